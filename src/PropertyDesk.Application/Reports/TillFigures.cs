using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Application.Reports;

/// <summary>The tills of a span of days, with what they held more or less than they should.</summary>
public sealed class TillFigures(DeskDbContext db)
{
    private const int Shown = 200;

    public async Task<FigureTable> TableAsync(FigureChoice choice, CancellationToken cancel = default)
    {
        var (start, end) = (db.Current.StartOf(choice.From), db.Current.StartOf(choice.AsOf.AddDays(1)));
        var shifts = db.Shifts.Where(s => s.OpenedAt < end && (s.CountedAt == null || s.CountedAt >= start) && (choice.CommunityId == null || s.CommunityId == choice.CommunityId));
        // What was counted after the day was open on it.
        var sum = await shifts.Where(s => s.CountedAt < end).GroupBy(_ => 1).Select(g => new { Expected = g.Sum(s => s.Expected.Fen), Counted = g.Sum(s => s.Counted.Fen) }).SingleOrDefaultAsync(cancel);
        var rows = await shifts.OrderByDescending(s => s.OpenedAt).ThenBy(s => s.Id).Take(Shown).AsNoTracking().ToListAsync(cancel);
        var (expected, counted) = (new Money(sum?.Expected ?? 0), new Money(sum?.Counted ?? 0));
        return new FigureTable(
            Texts.Of("班次和长短款"), [Texts.Of("收费员"), Texts.Of("开班日期"), Texts.Of("备用金"), Texts.Of("应有"), Texts.Of("实点"), Texts.Of("长短款"), Texts.Of("原因"), Texts.Of("状态")],
            [.. rows.Select(s =>
            {
                var isCounted = s.CountedAt < end;
                return new FigureRow(
                    [
                        s.CashierName, db.Current.DayOf(s.OpenedAt), s.Float, isCounted ? s.Expected : null, isCounted ? s.Counted : null, isCounted ? s.Difference : null, isCounted ? s.Reason : null,
                        Words.Of(isCounted ? s.AcceptedAt < end ? ShiftState.Accepted : ShiftState.Counted : ShiftState.Open),
                    ],
                    $"/Shifts/Details/{s.Id}");
            })],
            [Texts.Of("长短款 = 实点 − 应有；合计是所列期间点过款的全部班次，表中最多列 {0} 个。", Shown)])
        {
            Total = new FigureRow([Texts.Of("合计"), null, null, expected, counted, counted - expected, null, null]),
        };
    }
}
