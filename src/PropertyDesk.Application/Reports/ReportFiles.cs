using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application.Reports;

/// <summary>A report in the list of what was made.</summary>
/// <param name="View">The view of which it was sent; null where it was asked for by hand, or the view is gone.</param>
public sealed record FileRow(Guid Id, ReportName Report, ReportFormat Format, DateOnly From, DateOnly AsOf, string? Community, string? View, DateTimeOffset AskedAt, ReportFileState State, DateTimeOffset? MadeAt, string? Name, int? Length, string? Problem);

/// <summary>Reports that are made in the background: whoever asks gets the own ones, made with their own eyes.</summary>
public sealed class ReportFiles(DeskDbContext db, TimeProvider clock)
{
    private const int Shown = 50;

    /// <summary>One's own, the newest first.</summary>
    public async Task<IReadOnlyList<FileRow>> ListAsync()
    {
        var me = db.Current.UserId;
        return await db.ReportFiles.Where(f => f.UserId == me).OrderByDescending(f => f.AskedAt).ThenByDescending(f => f.Id).Take(Shown).Select(f => new FileRow(
            f.Id, f.Report, f.Format, f.From, f.AsOf, db.Communities.Where(c => c.Id == f.CommunityId).Select(c => c.Name).FirstOrDefault(),
            db.ReportViews.Where(v => v.Id == f.ViewId).Select(v => v.Name).FirstOrDefault(), f.AskedAt, f.State, f.MadeAt, f.Name, f.Content == null ? null : f.Content.Length, f.Problem)).ToListAsync();
    }

    /// <param name="requestId">Made with the form: sent twice, it is one file.</param>
    /// <exception cref="NotFoundException">The community is not there for whoever asks.</exception>
    public async Task<Guid> AskAsync(Guid requestId, ReportName report, ReportFormat format, FigureChoice choice)
    {
        var community = choice.CommunityId is { } c ? NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(x => x.Id == c), c) : null;
        var id = db.Current.Require();
        var company = await db.Companies.SingleAsync(x => x.Id == id);
        var me = db.Current.UserId ?? throw new NotFoundException(nameof(ReportFile), requestId);
        var file = ReportFile.Asked(company, new FileOrder(me, db.Current.UserName, report, format, choice.From, choice.AsOf, community), requestId, clock.GetUtcNow());
        return await db.SaveOnceAsync(file, f => f.Key == file.Key);
    }

    /// <exception cref="NotFoundException">There is none for whoever asks, or it is not made.</exception>
    public async Task<FileContent> ReadAsync(Guid id)
    {
        var me = db.Current.UserId;
        return NotFoundException.Check(
            await db.ReportFiles.Where(f => f.Id == id && f.UserId == me && f.Content != null).Select(f => new FileContent(f.Name!, f.ContentType, f.Content!)).FirstOrDefaultAsync(), id);
    }
}
