using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>Login by a one-time code to a proven address; the answer is the same for an address that nobody has.</summary>
[EnableRateLimiting(DeskLimits.Login)]
public sealed class CodeModel(CodesByBrowser codes, UserManager<DeskUser> users, SignIns signIns) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Asks for another address, or another code.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Again { get; set; }

    [BindProperty]
    public CodeInput Input { get; set; } = new();

    /// <summary>Where the code went, as far as it is shown; null before one was asked for.</summary>
    public string? SentTo { get; private set; }

    public override async Task LoadAsync() => SentTo = Again ? null : await codes.WaitingAsync(HttpContext, CodePurpose.SignIn);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        Again = true;
        await codes.SendAsync(HttpContext, CodePurpose.SignIn, Input.Address);
        return RedirectToPage(new { ReturnUrl });
    }

    public async Task<IActionResult> OnPostEnterAsync()
    {
        var used = await codes.UseAsync(HttpContext, CodePurpose.SignIn, Input.Code);
        var user = used.UserId is { } id ? await users.FindByIdAsync(id.ToString()) : null;
        return LocalRedirect(await signIns.AfterFirstFactorAsync(HttpContext, NotFoundException.Check(user), Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/"));
    }
}
