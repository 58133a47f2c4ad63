using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PropertyDesk.Web.Pages.Portal.Mine;

/// <summary>Everything on the portal that is looked at now and then.</summary>
public sealed class IndexModel : PageModel;
