using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain.Reports;
using PropertyDesk.Web.Hosting;
using PropertyDesk.Web.Jobs;

namespace PropertyDesk.Web.Pages.Reports.Files;

/// <summary>Reports that were made in the background for whoever looks.</summary>
public sealed class IndexModel(ReportFiles files, CompanyDay day) : DeskPage
{
    public IReadOnlyList<FileRow> Files { get; private set; } = [];

    public override async Task LoadAsync() => Files = await files.ListAsync();

    public Task OnGetAsync() => LoadAsync();

    /// <summary>The list alone, for the script that waits for it.</summary>
    public async Task<IActionResult> OnGetStateAsync()
    {
        await LoadAsync();
        return Partial("_ReportFiles", Files);
    }

    /// <summary>From a report's page, with its choices.</summary>
    public async Task<IActionResult> OnPostMakeAsync(Guid requestId, ReportName report, ReportFormat format, DateOnly? from, DateOnly? asOf, Guid? community)
    {
        await files.AskAsync(requestId, report, format, FigurePage.ChoiceOf(from, asOf, community, day.Today));
        Schedule.StartReports(HttpContext.RequestServices);
        Say(Texts.Of("正在后台生成，好了就能下载。"));
        return RedirectToPage();
    }
}
