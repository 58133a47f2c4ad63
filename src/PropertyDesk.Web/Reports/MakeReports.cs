using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Reports;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Reports;

/// <summary>Makes what waits in a company, one after the other; each with the eyes of whom it is for, as of now.</summary>
public sealed class MakeReports(DeskDbContext db, SendViews views, IServiceScopeFactory scopes, TimeProvider clock, ILogger<MakeReports> log)
{
    /// <returns>How many were made.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await views.RunAsync(cancel);
        var made = 0;
        foreach (var id in await views.WaitingAsync(cancel))
        {
            cancel.ThrowIfCancellationRequested();
            made += await MakeAsync(id, cancel) ? 1 : 0;
        }

        return made;
    }

    private async Task<bool> MakeAsync(Guid id, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var file = await db.ReportFiles.SingleAsync(f => f.Id == id, cancel);
        var begins = file.Begin(clock.GetUtcNow());
        if (!await SaveAsync(cancel) || !begins)
        {
            return false;
        }

        try
        {
            if (await FileAsync(file) is { } content)
            {
                file.Finish(content.Name, content.ContentType, content.Content, clock.GetUtcNow());
                await views.MailAsync(file, cancel);
            }
            else
            {
                file.Fail(Texts.Of("此人已不能查看报表。"));
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Whatever it was: it is logged, whoever waits is told, and the other reports get their turn.
            log.LogError(error, "Report {Report} of company {Company} was not made", file.Report, file.CompanyId);
            file.Fail(error is NotFoundException ? Texts.Of("此人已不能查看这个小区。") : Texts.Of("生成时出错，请稍后再试；再不行请联系平台。"));
        }

        return await SaveAsync(cancel) && file.State == ReportFileState.Made;
    }

    /// <summary>Null where the person may not read reports any more.</summary>
    private async Task<FileContent?> FileAsync(ReportFile file)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var current = services.GetRequiredService<CurrentCompany>();
        return await services.GetRequiredService<CompanyAccess>().EnterAsync(db.Current.Slug, file.UserId, file.UserName, current) && current.May(Permission.ViewReports)
            ? await services.GetRequiredService<ReportMaker>().FileAsync(file.Report, file.Format, new FigureChoice(file.From, file.AsOf, file.CommunityId))
            : null;
    }

    // Who was quicker has it.
    private async Task<bool> SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
