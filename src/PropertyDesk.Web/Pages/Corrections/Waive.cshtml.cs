using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Corrections;

/// <summary>Asks to waive a part of a bill.</summary>
public sealed class WaiveModel(BillQueries bills, RequestCorrection corrections) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Asked for while money is taken: the page leads back there.</summary>
    [BindProperty(SupportsGet = true)]
    public bool ToTake { get; set; }

    [BindProperty]
    public WaiverInput Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Paper { get; set; }

    public BillDetails Bill { get; private set; } = null!;

    public IReadOnlyList<BillLineDetails> Lines { get; private set; } = [];

    public Part? PartOf(Guid lineId) => Input.Parts.Find(p => p.LineId == lineId);

    public override async Task LoadAsync()
    {
        Bill = await bills.FindAsync(Id);
        Lines = [.. Bill.Lines.Where(l => l.Outstanding > Money.Zero)];
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var request = await corrections.WaiveAsync(Id, Input.Waived(), new CorrectionGrounds(Input.Reason!.Value, Input.Note), await Paper.ReadAsync());
        Say(Texts.Of("申请已提交，等待审批。"));
        return ToTake ? RedirectToPage("/Payments/Take", new { ownerId = Bill.OwnerId }) : RedirectToPage("/Corrections/Details", new { id = request });
    }

    public sealed class WaiverInput
    {
        public List<Part> Parts { get; set; } = [];

        [Required(ErrorMessage = "请选择原因。")]
        public CorrectionReason? Reason { get; set; }

        [Required(ErrorMessage = "请填写说明。"), StringLength(500)]
        public string? Note { get; set; }

        internal List<WaivedPart> Waived() => Parts.FindAll(p => p.Percent is not null || p.Amount is not null)
            .ConvertAll(p => p is { Percent: not null, Amount: not null }
                ? throw new RuleViolation("比例和金额请只填一个。")
                : new WaivedPart(p.LineId, p.Percent / 100m, p.Amount is { } yuan ? Money.Exact(yuan) : null));
    }

    public sealed class Part
    {
        public Guid LineId { get; set; }

        public decimal? Percent { get; set; }

        public decimal? Amount { get; set; }
    }
}
