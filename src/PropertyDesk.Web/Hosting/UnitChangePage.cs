using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;

namespace PropertyDesk.Web.Hosting;

/// <summary>A form that records a dated fact about one unit.</summary>
public abstract class UnitChangePage(UnitHeadQuery heads) : DeskPage
{
    /// <summary>The unit.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public UnitHead Unit { get; private set; } = null!;

    public override async Task LoadAsync() => Unit = await heads.FindAsync(Id);

    /// <summary>Back to the unit, with what was done and what stays as it is.</summary>
    protected IActionResult Done(string message, string warning = "")
    {
        Say(string.Join(' ', new[] { message, warning }.Where(text => text.Length > 0)));
        return RedirectToPage("/Units/Details", new { Id });
    }
}
