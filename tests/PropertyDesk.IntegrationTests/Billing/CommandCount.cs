using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PropertyDesk.Application;

namespace PropertyDesk.IntegrationTests.Billing;

/// <summary>
/// Counts the commands that EF sends for a company, and cuts the power before one of them; the rows of a bulk insert are no
/// commands of EF.
/// </summary>
internal sealed class CommandCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly CommandCount Counter = Start();
    // By slug: hosts have databases of their own, in which ids begin anew.
    private readonly ConcurrentDictionary<string, int> _byCompany = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _cuts = new(StringComparer.Ordinal);

    /// <summary>How many commands an act of this desk sends, a request through HTTP included.</summary>
    public static async Task<int> OfAsync(Desk desk, Func<Task> act)
    {
        var before = Counter._byCompany.GetValueOrDefault(desk.Company.Slug);
        await act();
        return Counter._byCompany.GetValueOrDefault(desk.Company.Slug) - before;
    }

    /// <summary>Does an act whose connection dies just before one of its commands.</summary>
    /// <param name="command">Its place among the commands of the act, from 1.</param>
    /// <returns>False: the act has fewer commands and came to its end.</returns>
    public static async Task<bool> CutAtAsync(Desk desk, int command, Func<Task> act)
    {
        Counter._cuts[desk.Company.Slug] = Counter._byCompany.GetValueOrDefault(desk.Company.Slug) + command;
        try
        {
            await act();
            return false;
        }
        catch (Exception error) when (error is PowerCut || error.InnerException is PowerCut)
        {
            return true;
        }
        finally
        {
            Counter._cuts.TryRemove(desk.Company.Slug, out _);
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Context: DeskDbContext { Current: { Id: not null, Slug: var company } } })
        {
            var count = _byCompany.AddOrUpdate(company, 1, (_, count) => count + 1);
            if (_cuts.TryGetValue(company, out var last) && count >= last)
            {
                throw new PowerCut();
            }
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static CommandCount Start()
    {
        var counter = new CommandCount();
        DiagnosticListener.AllListeners.Subscribe(counter);
        return counter;
    }

    private sealed class PowerCut : Exception;
}
