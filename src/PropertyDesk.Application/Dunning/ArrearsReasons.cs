using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Dunning;

namespace PropertyDesk.Application.Dunning;

/// <summary>Arrears cut up in one way.</summary>
/// <param name="Title">Of the way: by reason, by age, by building, by item.</param>
public sealed record ArrearsCut(string Title, IReadOnlyList<ArrearsGroup> Groups);

/// <param name="Owners">How many owners they are.</param>
public sealed record ArrearsGroup(string Name, int Bills, int Owners, Money Open);

/// <summary>Open arrears of a day, cut up in four ways; each way sums to the whole.</summary>
public sealed record ArrearsReport(DateOnly Today, ArrearsGroup Total, IReadOnlyList<ArrearsCut> Cuts);

/// <summary>Analyses what is overdue: why, how old, where, and of which item.</summary>
public sealed class ArrearsReasons(DeskDbContext db, TimeProvider clock)
{
    private static readonly int[] Ages = [30, 90, 180, 365];

    public async Task<ArrearsReport> ReportAsync(Guid? communityId, CancellationToken cancel = default)
    {
        var today = db.Current.Today(clock);
        var late = db.Bills.Open().Where(b => b.DueOn < today && (communityId == null || b.CommunityId == communityId));
        var bills = await late.Select(b => new { b.Id, b.OwnerId, b.DueOn, Building = b.Unit.Building.Name, b.Outstanding }).ToListAsync(cancel);
        var reasons = (await db.ArrearsNotes.Where(n => late.Any(b => b.Id == n.BillId)).OrderBy(n => n.At).Select(n => new { n.BillId, n.Reason }).ToListAsync(cancel))
            .GroupBy(n => n.BillId).ToDictionary(g => g.Key, g => g.Last().Reason);
        var rows = bills.ConvertAll(b => new Arrear(b.Id, b.OwnerId, b.Building, today.DayNumber - b.DueOn!.Value.DayNumber, reasons.TryGetValue(b.Id, out var reason) ? reason : null, b.Outstanding));
        var lines = await db.BillLines.Where(l => l.Outstanding.Fen != 0 && late.Any(b => b.Id == l.BillId)).Select(l => new { l.BillId, l.OwnerId, l.ItemName, l.Outstanding }).ToListAsync(cancel);
        return new ArrearsReport(
            today, Group(Texts.Of("合计"), rows),
            [
                new(Texts.Of("欠费原因"), [.. rows.GroupBy(r => r.Reason).OrderBy(g => g.Key is null).ThenBy(g => g.Key).Select(g => Group(g.Key is { } known ? Words.Of(known) : Texts.Of("未登记"), g))]),
                new(Texts.Of("账龄"), [.. rows.GroupBy(r => Array.FindIndex(Ages, age => r.Days <= age) is var i && i < 0 ? Ages.Length : i).OrderBy(g => g.Key).Select(g => Group(AgeName(g.Key), g))]),
                new(Texts.Of("楼栋"), [.. rows.GroupBy(r => r.Building, StringComparer.Ordinal).OrderByDescending(g => g.Sum(r => r.Open.Fen)).Select(g => Group(g.Key, g))]),
                new(Texts.Of("收费项目"), [.. lines.GroupBy(l => l.ItemName, StringComparer.Ordinal).OrderByDescending(g => g.Sum(l => l.Outstanding.Fen))
                    .Select(g => new ArrearsGroup(g.Key, g.Select(l => l.BillId).Distinct().Count(), g.Select(l => l.OwnerId).Distinct().Count(), Money.Sum(g.Select(l => l.Outstanding))))]),
            ]);
    }

    /// <summary>The report as a workbook: a sheet for each way.</summary>
    public static IReadOnlyList<Sheet> Workbook(ArrearsReport report) =>
    [
        .. report.Cuts.Select(cut => new Sheet(
            cut.Title, [new(cut.Title, 24), new(Texts.Of("账单数")), new(Texts.Of("业主数")), new(Texts.Of("欠费金额"), 16)],
            [.. cut.Groups.Select(Row), .. cut.Title == Texts.Of("收费项目") ? [] : new[] { Row(report.Total) }])),
    ];

    private static object?[] Row(ArrearsGroup group) => [group.Name, group.Bills, group.Owners, group.Open];

    private static ArrearsGroup Group(string name, IEnumerable<Arrear> rows)
    {
        var all = rows.ToList();
        return new ArrearsGroup(name, all.Count, all.Select(r => r.OwnerId).Distinct().Count(), Money.Sum(all.Select(r => r.Open)));
    }

    private static string AgeName(int band) => band == Ages.Length ? Texts.Of("{0} 天以上", Ages[^1]) : Texts.Of("{0}–{1} 天", band == 0 ? 1 : Ages[band - 1] + 1, Ages[band]);

    private sealed record Arrear(Guid BillId, Guid OwnerId, string Building, int Days, ArrearsReason? Reason, Money Open);
}
