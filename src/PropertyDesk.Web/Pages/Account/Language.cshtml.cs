using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>Remembers the chosen language for a year.</summary>
public sealed class LanguageModel(TimeProvider clock) : PageModel
{
    [BindProperty]
    public string Language { get; set; } = "";

    [BindProperty]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost()
    {
        var culture = Language == "en" ? "en" : "zh-CN";
        Response.Cookies.Append("propertydesk-language", CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)), new CookieOptions
        {
            Expires = clock.GetUtcNow().AddYears(1),
            HttpOnly = true,
            Secure = Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
        });
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }
}
