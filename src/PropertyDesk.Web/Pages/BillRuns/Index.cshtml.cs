using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;
using PropertyDesk.Web.Jobs;

namespace PropertyDesk.Web.Pages.BillRuns;

/// <summary>All runs, and the form that makes the next draft.</summary>
public sealed class IndexModel(BillRunQueries queries, RunQueue queue, DeskDbContext db, TimeProvider clock) : DeskPage
{
    public IReadOnlyList<BillRunRow> Runs { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Communities { get; private set; } = [];

    [BindProperty]
    public NewRun Input { get; set; } = new();

    public async Task OnGetAsync()
    {
        Input.Month = BillingMonth.Of(db.Current.Today(clock)).Previous.ToString();
        await LoadAsync();
    }

    public override async Task LoadAsync()
    {
        Runs = await queries.ListAsync();
        Communities = await db.Communities.OrderBy(c => c.Name).Select(c => new SelectListItem(c.Name, c.Id.ToString())).ToListAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!BillingMonth.TryParse(Input.Month, out var month))
        {
            throw new RuleViolation("请选择账期。", field: "Input.Month");
        }

        var answer = await queue.DraftAsync(Input.CommunityId ?? throw new RuleViolation("请选择小区。", field: "Input.CommunityId"), month);
        Say(answer switch
        {
            { Draft: { IsNew: true } draft } => Texts.Of("已生成 {0} 张账单，共 {1}。", draft.BillCount, draft.Total),
            { InBackground: true } => Texts.Of("小区较大，正在后台计算；可以离开本页。"),
            _ => Texts.Of("该月已经出过账，没有新账单。"),
        });
        Schedule.StartBillRuns(HttpContext.RequestServices);
        return RedirectToPage("Details", new { id = answer.RunId });
    }

    public sealed class NewRun
    {
        public Guid? CommunityId { get; set; }

        [StringLength(7)]
        public string? Month { get; set; }
    }
}
