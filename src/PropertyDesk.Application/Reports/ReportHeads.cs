using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Reports;

/// <summary>What stands over every report: whose figures they are, as of when, and when they were read.</summary>
public sealed class ReportHeads(DeskDbContext db, TimeProvider clock)
{
    /// <exception cref="NotFoundException">A community is asked for that is not here.</exception>
    public static async Task RequireAsync(DeskDbContext db, Guid? communityId, CancellationToken cancel = default)
    {
        if (communityId is { } id && !await db.Communities.AnyAsync(c => c.Id == id, cancel))
        {
            throw new NotFoundException(nameof(Community), id);
        }
    }

    /// <exception cref="NotFoundException">A community is asked for that is not here.</exception>
    public async Task<FigureReport> HeadAsync(string title, FigureChoice choice, IReadOnlyList<FigureTable> tables, CancellationToken cancel = default)
    {
        await RequireAsync(db, choice.CommunityId, cancel);
        var scope = choice.CommunityId is { } id ? await db.Communities.Where(c => c.Id == id).Select(c => c.Name).FirstOrDefaultAsync(cancel) : null;
        return new FigureReport(title, scope ?? Texts.Of("全部小区"), choice.AsOf, clock.GetUtcNow(), tables);
    }
}
