using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Calls;

namespace PropertyDesk.Application.Calls;

/// <summary>What came of calling back.</summary>
/// <param name="Number">Which try it is, as the form showed it: sent twice it is one, and of two who call at once one is told so.</param>
/// <param name="Again">Until when the next try is made, in the company's time.</param>
public sealed record ReturnFacts(int Number, ReturnOutcome Outcome, string? Said, DateTime? Again = null);

/// <summary>Calls back whoever was promised it.</summary>
public sealed class ReturnCalls(DeskDbContext db, TimeProvider clock, ILogger<ReturnCalls> log)
{
    /// <exception cref="RuleViolation">No call is promised any more, something is missing, or somebody else has called.</exception>
    /// <exception cref="NotFoundException">There is no such call here.</exception>
    public async Task RunAsync(Guid id, ReturnFacts facts)
    {
        var call = await FindAsync(id);
        if (call.Tries >= facts.Number)
        {
            var made = await db.CallReturns.AsNoTracking().SingleAsync(r => r.CallId == id && r.Number == facts.Number);
            if (made.ById == db.Current.UserId && made.Outcome == facts.Outcome)
            {
                return;
            }

            throw new RuleViolation("{0} 刚回过这个电话，请看过结果再登记。", [made.By]);
        }

        db.Add(call.Return(facts.Outcome, facts.Said, facts.Again is { } again ? db.Current.InstantOf(again) : null, db.Acting(clock)));
        await db.SaveOrRefuseAsync();
    }

    /// <summary>The number in full; that it was shown, and to whom, goes to the log.</summary>
    /// <returns>What called; else the owner's. Null where neither is known.</returns>
    public async Task<string?> RevealAsync(Guid id)
    {
        var call = NotFoundException.Check(await db.Calls.AsNoTracking().Include(c => c.Owner).FirstOrDefaultAsync(c => c.Id == id), id);
        log.LogInformation("Number of call {CallId} shown in clear to {UserId}", id, db.Current.UserId);
        return call.Phone ?? call.Owner?.Phone;
    }

    private async Task<Call> FindAsync(Guid id) => NotFoundException.Check(await db.Calls.FirstOrDefaultAsync(c => c.Id == id), id);
}
