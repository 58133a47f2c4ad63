using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Reports;
using PropertyDesk.Web.Hosting;
using PropertyDesk.Web.Jobs;

namespace PropertyDesk.Web.Pages.Reports.Views;

/// <summary>The views that one saved, and those that others share.</summary>
public sealed class IndexModel(ReportViews views, ReportFiles files, CompanyDay day) : DeskPage
{
    public IReadOnlyList<ViewRow> Views { get; private set; } = [];

    public override async Task LoadAsync() => Views = await views.ListAsync();

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostMakeAsync(Guid id, Guid requestId)
    {
        await LoadAsync();
        var view = NotFoundException.Check(Views.FirstOrDefault(v => v.Id == id), id);
        await files.AskAsync(requestId, view.Report, view.Format, Choice(view));
        Schedule.StartReports(HttpContext.RequestServices);
        Say(Texts.Of("正在后台生成，好了就能下载。"));
        return RedirectToPage("/Reports/Files/Index");
    }

    /// <summary>The report with the view's choices as they are today.</summary>
    public string AddressOf(ViewRow view) => Url.Page($"/Reports/{view.Report}") + "?" + Choice(view).Query;

    /// <summary>When it is sent, in words.</summary>
    public static string TimesOf(ViewRow view) => view.Rhythm switch
    {
        ViewRhythm.Weekly => Texts.Of("每{0}", CultureInfo.CurrentUICulture.DateTimeFormat.GetAbbreviatedDayName(view.Weekday)),
        ViewRhythm.Monthly => Texts.Of("每月 {0} 日", view.MonthDay),
        _ => Words.Of(view.Rhythm),
    };

    private FigureChoice Choice(ViewRow view)
    {
        var (from, asOf) = ReportView.Days(view.Span, day.Today);
        return new FigureChoice(from, asOf, view.CommunityId);
    }
}
