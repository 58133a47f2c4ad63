using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.BillRuns;

/// <summary>Makes the drafts of one unit: a move-out, or months that were left out.</summary>
public sealed class UnitModel(UnitDetailsQuery units, Application.Billing.BillRuns runs, CompanyDay day) : DeskPage
{
    private const int MostMonths = 24;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public UnitRunInput Input { get; set; } = new();

    public UnitDetails Unit { get; private set; } = null!;

    public override async Task LoadAsync() => Unit = await units.FindAsync(Id);

    public Task OnGetAsync()
    {
        var month = BillingMonth.Of(day.Today).ToString();
        Input = new UnitRunInput { From = month, To = month };
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var drafts = await runs.DraftUnitAsync(Id, Input.Months(), Input.LastDay);
        Say(Texts.Of("已生成 {0} 份草稿，共 {1}。", drafts.Count(d => d.BillCount > 0), Money.Sum(drafts.Select(d => d.Total))));
        return RedirectToPage("Details", new { id = drafts.First(d => d.BillCount > 0).RunId });
    }

    public sealed class UnitRunInput
    {
        [StringLength(7)]
        public string? From { get; set; }

        [StringLength(7)]
        public string? To { get; set; }

        public DateOnly? LastDay { get; set; }

        internal List<BillingMonth> Months()
        {
            if (!BillingMonth.TryParse(From, out var first) || !BillingMonth.TryParse(To, out var last) || last < first)
            {
                throw new RuleViolation("请选择月份，结束月不能早于开始月。", field: "Input.From");
            }

            var months = new List<BillingMonth>();
            for (var month = first; month <= last; month = month.Next)
            {
                months.Add(month);
            }

            return months.Count <= MostMonths ? months : throw new RuleViolation("一次最多补出 {0} 个月。", [MostMonths], "Input.From");
        }
    }
}
