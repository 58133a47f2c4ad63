using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PropertyDesk.Application;

namespace PropertyDesk.IntegrationTests.Billing;

/// <summary>Counts the commands that EF sends for a company; the rows of a bulk insert are no commands of EF.</summary>
internal sealed class CommandCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly CommandCount Counter = Start();
    private readonly ConcurrentDictionary<int, int> _byCompany = new();

    /// <summary>How many commands an act of this desk sends, a request through HTTP included.</summary>
    public static async Task<int> OfAsync(Desk desk, Func<Task> act)
    {
        var before = Counter._byCompany.GetValueOrDefault(desk.Company.Id);
        await act();
        return Counter._byCompany.GetValueOrDefault(desk.Company.Id) - before;
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
        if (value.Value is CommandEventData { Context: DeskDbContext { Current.Id: { } company } })
        {
            _byCompany.AddOrUpdate(company, 1, (_, count) => count + 1);
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
}
