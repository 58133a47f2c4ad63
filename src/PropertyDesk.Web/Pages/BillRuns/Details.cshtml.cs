using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Purses;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Web.Hosting;
using PropertyDesk.Web.Jobs;

namespace PropertyDesk.Web.Pages.BillRuns;

/// <summary>One run: what changed against the month before and why, what was left out, and the way to publishing.</summary>
public sealed class DetailsModel(BillRunQueries queries, RunChanges changes, OmissionQueries omissions, RunQueue queue, PurseQueries purses) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Only units in which this item is billed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Item { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public BillRunRow Run { get; private set; } = null!;

    public RunOverview Overview { get; private set; } = null!;

    public Paged<UnitChange> Units { get; private set; } = null!;

    public IReadOnlyList<OmissionGroup> Omissions { get; private set; } = [];

    /// <summary>What owners' purses paid when it was published.</summary>
    public RunUses Uses { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync();

    /// <summary>The state of the work alone, for the page that waits for it.</summary>
    public async Task<IActionResult> OnGetProgressAsync() => Partial("_Progress", await queries.FindAsync(Id));

    public override async Task LoadAsync()
    {
        Run = await queries.FindAsync(Id);
        if (Run.Work == RunWork.Compute)
        {
            Units = new Paged<UnitChange>([], 0, 1, 1);
            return;
        }

        Overview = await queries.OverviewAsync(Run);
        Units = await changes.PageAsync(Run, Item, PageNumber);
        Omissions = await omissions.OfRunAsync(Id);
        Uses = await purses.OfRunAsync(Id);
    }

    public async Task<IActionResult> OnPostPublishAsync() => Follow(await queue.PublishAsync(Id), Texts.Of("账单已发布，业主现在可以看到。"));

    public async Task<IActionResult> OnPostPublishSomeAsync(List<Guid> buildings) =>
        Follow(await queue.PublishAsync(Id, buildings), Texts.Of("所选楼栋的账单已发布，业主现在可以看到。"));

    public Task<IActionResult> OnPostSubmitAsync([FromServices] RunApprovals approvals) => DoAsync(() => approvals.SubmitAsync(Id), Texts.Of("已提交，等待另一位同事审批。"));

    public Task<IActionResult> OnPostApproveAsync([FromServices] RunApprovals approvals) => DoAsync(() => approvals.ApproveAsync(Id), Texts.Of("已审批，可以发布。"));

    public async Task<IActionResult> OnPostVerifyAsync([FromServices] RunSeals seals)
    {
        Say(await seals.VerifyAsync(Id) ? Texts.Of("核验通过：账单与计算时一致。") : Texts.Of("注意：账单与计算时的封签不一致，请立即报告。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostRecomputeAsync()
    {
        var answer = await queue.RecomputeAsync(Id);
        return Follow(answer, answer.Draft is { } draft ? Texts.Of("已重新计算：{0} 张账单，共 {1}。", draft.BillCount, draft.Total) : "");
    }

    public async Task<IActionResult> OnPostDiscardAsync([FromServices] Application.Billing.BillRuns runs)
    {
        await runs.DiscardAsync(Id);
        Say(Texts.Of("草稿已删除。"));
        return RedirectToPage("Index");
    }

    private RedirectToPageResult Follow(RunAnswer answer, string done)
    {
        Schedule.StartBillRuns(HttpContext.RequestServices);
        Say(answer.InBackground ? Texts.Of("正在后台处理；可以离开本页。") : done);
        return RedirectToPage(new { Id });
    }

    private async Task<IActionResult> DoAsync(Func<Task> act, string message)
    {
        await act();
        Say(message);
        return RedirectToPage(new { Id });
    }
}
