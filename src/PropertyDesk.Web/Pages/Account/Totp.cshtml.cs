using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PropertyDesk.Application;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>Turns an authenticator app on and off, and gives recovery codes.</summary>
[EnableRateLimiting(DeskLimits.Login)]
public sealed class TotpModel(UserManager<DeskUser> users, Authenticators authenticators, Contacts contacts, AccountNotices notices, SignIns signIns) : FreshPage
{
    [BindProperty]
    public CodeInput Input { get; set; } = new();

    public bool IsOn { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>New recovery codes; shown once, at the end of the request that made them.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public string Address { get; private set; } = "";

    public string SecretInGroups { get; private set; } = "";

    public override async Task LoadAsync()
    {
        var user = await MeAsync();
        IsOn = user.TwoFactorEnabled;
        if (IsOn)
        {
            CodesLeft = await authenticators.CodesLeftAsync(user);
            return;
        }

        var secret = await authenticators.OfferAsync(user);
        Address = Totp.Address("PropertyDesk", user.UserName!, secret);
        SecretInGroups = string.Join(' ', secret.Chunk(4).Select(part => new string(part)));
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var user = await MeAsync();
        Codes = await authenticators.TurnOnAsync(user, Input.Code);
        await signIns.KeepOnlyThisAsync(user);
        await signIns.ConfirmAsync(strong: true);
        await TellAsync(user, Texts.Of("您的账号已启用验证器。如非本人操作，请立即联系物业。"));
        return Page();
    }

    public async Task<IActionResult> OnPostRenewAsync()
    {
        Codes = await authenticators.RenewCodesAsync(await MeAsync());
        return Page();
    }

    public async Task<IActionResult> OnPostOffAsync()
    {
        var user = await MeAsync();
        await authenticators.TurnOffAsync(user);
        await signIns.KeepOnlyThisAsync(user);
        await TellAsync(user, Texts.Of("您的账号已停用验证器。如非本人操作，请立即联系物业。"));
        Say(Texts.Of("验证器已停用。"));
        return LocalRedirect("/account");
    }

    private async Task TellAsync(DeskUser user, string text) => await notices.TellAsync(user.Id, (await contacts.ListAsync(user.Id)).Select(c => c.Address), text);

    private async Task<DeskUser> MeAsync() => NotFoundException.Check(await users.GetUserAsync(User));
}
