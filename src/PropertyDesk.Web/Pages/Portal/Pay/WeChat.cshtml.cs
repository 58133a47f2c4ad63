using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Pay;

/// <summary>Where WeChat sends its browser back to with a code for who pays; the order's page goes on from there.</summary>
public sealed class WeChatModel(PayOnChannelPage pages, PayerDevice device, HeldConnection held) : DeskPage
{
    public string Refusal { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string? state, string? code, CancellationToken cancel)
    {
        await held.LetGoAsync();
        try
        {
            return RedirectToPage("Order", new { id = await pages.TakeCodeAsync(state, code, device.Session(), cancel), pay = true });
        }
        catch (RuleViolation rule)
        {
            (Refusal, Response.StatusCode) = (Texts.Of(rule), StatusCodes.Status422UnprocessableEntity);
            return Page();
        }
    }
}
