using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Corrections;

/// <summary>One request, and what became of it.</summary>
public sealed class DetailsModel(CorrectionQueries corrections, DecideCorrection decide) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public CorrectionRow Row { get; private set; } = null!;

    public IReadOnlyList<CorrectionRowLine> Lines { get; private set; } = [];

    public override async Task LoadAsync()
    {
        Row = await corrections.FindAsync(Id);
        Lines = await corrections.LinesAsync(Id);
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        await decide.WithdrawAsync(Id);
        Say(Texts.Of("申请已撤回。"));
        return RedirectToPage(new { Id });
    }
}
