using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Corrections;

/// <summary>Asks to take lines of a bill back, and to bill them anew.</summary>
public sealed class TakeBackModel(BillQueries bills, RequestCorrection corrections) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TakeBackInput Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Paper { get; set; }

    public BillDetails Bill { get; private set; } = null!;

    public override async Task LoadAsync() => Bill = await bills.FindAsync(Id);

    public Task OnGetAsync()
    {
        Input.Reissue = true;
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var request = await corrections.TakeBackAsync(Id, Input.Lines, new CorrectionGrounds(Input.Reason!.Value, Input.Note, Input.Reissue), await Paper.ReadAsync());
        Say(Texts.Of("申请已提交，等待审批。"));
        return RedirectToPage("/Corrections/Details", new { id = request });
    }

    public sealed class TakeBackInput
    {
        public List<Guid> Lines { get; set; } = [];

        [Required(ErrorMessage = "请选择原因。")]
        public CorrectionReason? Reason { get; set; }

        [Required(ErrorMessage = "请填写说明。"), StringLength(500)]
        public string? Note { get; set; }

        public bool Reissue { get; set; }
    }
}
