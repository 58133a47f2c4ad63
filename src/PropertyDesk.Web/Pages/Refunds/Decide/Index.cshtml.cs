using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Refunds.Decide;

/// <summary>Approves or rejects a refund that somebody else asked for.</summary>
public sealed class IndexModel(RefundQueries refunds, RefundRoom room) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    [StringLength(200)]
    public string? Note { get; set; }

    public RefundRow Refund { get; private set; } = null!;

    public override async Task LoadAsync() => Refund = await refunds.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostApproveAsync()
    {
        await room.ApproveAsync(Id, Note);
        Say(Texts.Of("已批准，可以办理退款。"));
        return RedirectToPage("/Refunds/Details", new { Id });
    }

    public async Task<IActionResult> OnPostRejectAsync()
    {
        await room.RejectAsync(Id, Note);
        Say(Texts.Of("已驳回。"));
        return RedirectToPage("/Approvals/Index");
    }
}
