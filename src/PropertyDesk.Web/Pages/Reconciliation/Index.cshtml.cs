using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Reconciliation;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Reconciliation;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Reconciliation;

/// <summary>The reconciled days, and the form that begins one.</summary>
public sealed class IndexModel(ReconciliationQueries days, Reconcile reconcile, CompanyDay today) : DeskPage
{
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public Paged<DayRow> Rows { get; private set; } = null!;

    /// <summary>Money that waits for its owner.</summary>
    public IReadOnlyList<WaitingMoney> Waiting { get; private set; } = [];

    public MoneySource Source { get; private set; }

    /// <summary>Yesterday: the newest day that a channel accounts for.</summary>
    public DateOnly Day { get; private set; }

    public Pager Pager => new(Rows.Number, Rows.Total, Rows.Size);

    public override async Task LoadAsync()
    {
        (Rows, Waiting) = (await days.ListAsync(PageNumber), await days.WaitingAsync());
        Day = Day == default ? today.Today.AddDays(-1) : Day;
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostDownloadAsync(MoneySource source, DateOnly day, CancellationToken cancel)
    {
        (Source, Day) = (source, day);
        return RedirectToPage("Day", new { id = await reconcile.DownloadAsync(source, Past(day), cancel) });
    }

    public async Task<IActionResult> OnPostUploadAsync(MoneySource source, DateOnly day, IFormFile? file)
    {
        (Source, Day) = (source, day);
        var content = await file.ReadAsync() ?? throw new RuleViolation("请选择对账单文件。");
        return RedirectToPage("Day", new { id = await reconcile.UploadAsync(source, Past(day), content) });
    }

    private DateOnly Past(DateOnly day) => day < today.Today ? day : throw new RuleViolation("今天还没有结束，只能核对以前的日子。");
}
