using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>What a phone needs to put the portal among its apps: under the company's own name, opening its own portal.</summary>
[Route("portal"), Needs(Permission.UsePortal)]
public sealed class PortalAppController(CurrentCompany current) : ControllerBase
{
    private const string Ink = "#12324a";

    [HttpGet("app.webmanifest")]
    public IActionResult Manifest() => new JsonResult(new
    {
        id = $"{Request.PathBase}/Portal",
        name = current.Name,
        short_name = current.Name,
        start_url = $"{Request.PathBase}/Portal",
        scope = "/",
        display = "standalone",
        lang = System.Globalization.CultureInfo.CurrentUICulture.Name,
        background_color = "#eef3f7",
        theme_color = Ink,
        icons = new[]
        {
            new { src = "/img/app-192.png", sizes = "192x192", type = "image/png", purpose = "any" },
            new { src = "/img/app-512.png", sizes = "512x512", type = "image/png", purpose = "any" },
            new { src = "/img/app-maskable-512.png", sizes = "512x512", type = "image/png", purpose = "maskable" },
        },
    })
    { ContentType = "application/manifest+json" };
}
