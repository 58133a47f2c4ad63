using Microsoft.EntityFrameworkCore;

namespace PropertyDesk.Application.Reports;

/// <summary>What stands over every report: whose figures they are, as of when, and when they were read.</summary>
public sealed class ReportHeads(DeskDbContext db, TimeProvider clock)
{
    public async Task<FigureReport> HeadAsync(string title, FigureChoice choice, IReadOnlyList<FigureTable> tables, CancellationToken cancel = default)
    {
        var scope = choice.CommunityId is { } id ? await db.Communities.Where(c => c.Id == id).Select(c => c.Name).FirstOrDefaultAsync(cancel) : null;
        return new FigureReport(title, scope ?? Texts.Of("全部小区"), choice.AsOf, clock.GetUtcNow(), tables);
    }
}
