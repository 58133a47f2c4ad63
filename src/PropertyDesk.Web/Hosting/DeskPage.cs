using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PropertyDesk.Web.Hosting;

/// <summary>A page that can be shown again after a refusal.</summary>
public abstract class DeskPage : PageModel
{
    /// <summary>Reads what the page shows beside its form; called by OnGet, and again after a refused post.</summary>
    public virtual Task LoadAsync() => Task.CompletedTask;

    /// <summary>A message for the next page.</summary>
    protected void Say(string message) => TempData["message"] = message;
}
