using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Purses;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Communities;

/// <summary>How a community's purses pay bills.</summary>
public sealed class PursesModel(PurseSettings settings) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public bool PayBills { get; set; }

    [BindProperty]
    public bool WholeOnly { get; set; }

    [BindProperty]
    public bool CrossClasses { get; set; }

    public async Task OnGetAsync() => (PayBills, WholeOnly, CrossClasses) = await settings.OfAsync(Id);

    public async Task<IActionResult> OnPostAsync()
    {
        await settings.ChangeAsync(Id, new PurseWays(PayBills, WholeOnly, CrossClasses));
        Say(Texts.Of("预存款设置已保存。"));
        return RedirectToPage("/Communities/Settings", new { Id });
    }
}
