using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Approvals;

/// <summary>Decides a request of somebody else.</summary>
public sealed class DecideModel(CorrectionQueries corrections, DecideCorrection decide) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, StringLength(500)]
    public string? Note { get; set; }

    public CorrectionRow Row { get; private set; } = null!;

    public IReadOnlyList<CorrectionRowLine> Lines { get; private set; } = [];

    public override async Task LoadAsync()
    {
        Row = await corrections.FindAsync(Id);
        Lines = await corrections.LinesAsync(Id);
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostApproveAsync()
    {
        await decide.ApproveAsync(Id, Note);
        Say(Texts.Of("已批准并执行。"));
        return RedirectToPage("/Corrections/Details", new { Id });
    }

    public async Task<IActionResult> OnPostRejectAsync()
    {
        await decide.RejectAsync(Id, Note);
        Say(Texts.Of("已驳回。"));
        return RedirectToPage("/Approvals/Index");
    }
}
