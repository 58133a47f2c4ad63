using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Corrections;

/// <summary>Asks to take all published bills of a run back.</summary>
public sealed class WithdrawRunModel(BillRunQueries runs, RequestCorrection corrections) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public WithdrawInput Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Paper { get; set; }

    public BillRunRow Run { get; private set; } = null!;

    public override async Task LoadAsync() => Run = await runs.FindAsync(Id);

    public Task OnGetAsync()
    {
        Input = new WithdrawInput { Reason = CorrectionReason.RunWithdrawn, Reissue = true };
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var request = await corrections.WithdrawRunAsync(Id, new CorrectionGrounds(Input.Reason!.Value, Input.Note, Input.Reissue), await Paper.ReadAsync());
        Say(Texts.Of("申请已提交，等待审批。"));
        return RedirectToPage("/Corrections/Details", new { id = request });
    }

    public sealed class WithdrawInput
    {
        [Required(ErrorMessage = "请选择原因。")]
        public CorrectionReason? Reason { get; set; }

        [Required(ErrorMessage = "请填写说明。"), StringLength(500)]
        public string? Note { get; set; }

        public bool Reissue { get; set; }
    }
}
