using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>
/// Compares the stored sums with the rows that they sum up: each amount of each place, item, due day and calendar month;
/// days within a month are compared where a sum of them is made anew.
/// </summary>
public sealed class CheckBillSums(DeskDbContext db, BillEvents events, BillLedger ledger)
{
    /// <summary>Inside the audit's moment.</summary>
    public async Task<AuditCheck> RunAsync(string law)
    {
        var rows = await RowsAsync();
        var ofCommunities = Sum(rows.Select(r => (r.Key with { BuildingId = null, UnitKind = null, ChargeItemId = null }, r.Value)));
        var wrong = Unlike(rows, await StoredAsync(SumGrain.Day)) + Unlike(rows, await StoredAsync(SumGrain.Month)) + Unlike(ofCommunities, await StoredAsync(SumGrain.CommunityDay));
        return new AuditCheck(law, rows.Count, wrong);
    }

    private static int Unlike(Dictionary<Place, Amounts> rows, Dictionary<Place, Amounts> sums) =>
        rows.Keys.Union(sums.Keys).Count(k => rows.GetValueOrDefault(k) != sums.GetValueOrDefault(k));

    private async Task<Dictionary<Place, Amounts>> RowsAsync()
    {
        var rows = await events.UpTo(DateOnly.MaxValue)
            .GroupBy(e => new { e.CommunityId, e.BuildingId, e.UnitKind, e.ChargeItemId, e.Period, e.DueOn, e.On!.Value.Year, e.On!.Value.Month })
            .Select(g => new { g.Key, Billed = g.Sum(e => e.Billed), Red = g.Sum(e => e.Red), Waived = g.Sum(e => e.Waived), Collected = g.Sum(e => e.Collected) }).ToListAsync();
        var posted = await ledger.Lines()
            .GroupBy(l => new { l.CommunityId, l.BuildingId, l.UnitKind, l.Period, l.DueOn, l.On!.Value.Year, l.On!.Value.Month })
            .Select(g => new { g.Key, Fen = g.Sum(l => l.Fen) }).ToListAsync();
        return Sum(
        [
            .. rows.Select(r => (new Place(r.Key.CommunityId, r.Key.BuildingId, r.Key.UnitKind, r.Key.ChargeItemId, r.Key.Period, r.Key.DueOn, new(r.Key.Year, r.Key.Month)), new Amounts(r.Billed, r.Red, r.Waived, r.Collected, 0))),
            .. posted.Select(p => (new Place(p.Key.CommunityId, p.Key.BuildingId, p.Key.UnitKind, null, p.Key.Period, p.Key.DueOn, new(p.Key.Year, p.Key.Month)), new Amounts(0, 0, 0, 0, p.Fen))),
        ]);
    }

    private async Task<Dictionary<Place, Amounts>> StoredAsync(SumGrain grain)
    {
        var sums = await db.BillSums.Where(s => s.Grain == SumGrain.Loose || s.Grain == grain)
            .GroupBy(s => new { s.CommunityId, s.BuildingId, s.UnitKind, s.ChargeItemId, s.Period, s.DueOn, s.On.Year, s.On.Month })
            .Select(g => new { g.Key, Billed = g.Sum(s => s.Billed.Fen), Red = g.Sum(s => s.Red.Fen), Waived = g.Sum(s => s.Waived.Fen), Collected = g.Sum(s => s.Collected.Fen), Posted = g.Sum(s => s.Posted.Fen) }).ToListAsync();
        var isWhole = grain == SumGrain.CommunityDay;
        return Sum(sums.Select(s => (
            new Place(s.Key.CommunityId, isWhole ? null : s.Key.BuildingId, isWhole ? null : s.Key.UnitKind, isWhole ? null : s.Key.ChargeItemId, s.Key.Period, s.Key.DueOn, new(s.Key.Year, s.Key.Month)),
            new Amounts(s.Billed, s.Red, s.Waived, s.Collected, s.Posted))));
    }

    // What came to nothing is a sum of zero on one side and may be none on the other.
    private static Dictionary<Place, Amounts> Sum(IEnumerable<(Place Place, Amounts Amounts)> all) =>
        all.GroupBy(x => x.Place, x => x.Amounts).Select(g => (Place: g.Key, Amounts: g.Aggregate((a, b) => a + b))).Where(x => x.Amounts != default).ToDictionary(x => x.Place, x => x.Amounts);

    /// <param name="On">The calendar month of the day.</param>
    private readonly record struct Place(Guid CommunityId, Guid? BuildingId, UnitKind? UnitKind, Guid? ChargeItemId, BillingMonth Period, DateOnly? DueOn, BillingMonth On);

    private readonly record struct Amounts(long Billed, long Red, long Waived, long Collected, long Posted)
    {
        public static Amounts operator +(Amounts a, Amounts b) => new(a.Billed + b.Billed, a.Red + b.Red, a.Waived + b.Waived, a.Collected + b.Collected, a.Posted + b.Posted);
    }
}
