using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.BillRuns;

/// <summary>One run: what changed against the month before, what was left out, and the way to publishing.</summary>
public sealed class DetailsModel(BillRunQueries queries, Application.Billing.BillRuns runs, BillPublishing publishing) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Units that moved by more than this are listed.</summary>
    [BindProperty(SupportsGet = true)]
    public decimal Percent { get; set; } = 30;

    public BillRunRow Run { get; private set; } = null!;

    public IReadOnlyList<ItemComparison> Items { get; private set; } = [];

    public UnitComparison Units { get; private set; } = null!;

    public IReadOnlyList<OmissionRow> Omissions { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public override async Task LoadAsync()
    {
        Run = await queries.FindAsync(Id);
        Items = await queries.CompareItemsAsync(Run);
        Units = await queries.CompareUnitsAsync(Run, Percent);
        Omissions = await queries.OmissionsAsync(Id);
    }

    public async Task<IActionResult> OnPostPublishAsync()
    {
        await publishing.PublishAsync(Id);
        Say(Texts.Of("账单已发布，业主现在可以看到。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostRecomputeAsync()
    {
        var draft = await runs.RecomputeAsync(Id);
        Say(Texts.Of("已重新计算：{0} 张账单，共 {1}。", draft.BillCount, draft.Total));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostDiscardAsync()
    {
        await runs.DiscardAsync(Id);
        Say(Texts.Of("草稿已删除。"));
        return RedirectToPage("Index");
    }
}
