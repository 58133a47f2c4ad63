using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Purses;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Purses.Consent;

/// <summary>Records an owner's agreement that the purses pay other classes, and ends it.</summary>
public sealed class IndexModel(PurseQueries queries, PurseSettings settings) : DeskPage
{
    /// <summary>The owner.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public OwnerPurses Purses { get; private set; } = null!;

    public override async Task LoadAsync() => Purses = await queries.OfOwnerAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAgreeAsync(string? evidence)
    {
        await settings.AgreeAsync(Id, evidence);
        Say(Texts.Of("已登记业主同意。"));
        return RedirectToPage("/Purses/Owner", new { Id });
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        await settings.EndAgreementAsync(Id);
        Say(Texts.Of("业主的同意已撤销。"));
        return RedirectToPage("/Purses/Owner", new { Id });
    }
}
