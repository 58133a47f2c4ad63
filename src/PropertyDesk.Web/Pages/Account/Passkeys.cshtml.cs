using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>A passkey in the list.</summary>
/// <param name="Id">In hexadecimal.</param>
public sealed record PasskeyRow(string Id, string Name, DateTimeOffset CreatedAt);

/// <summary>The passkeys of the login.</summary>
public sealed class PasskeysModel(UserManager<DeskUser> users, Passkeys passkeys, Contacts contacts, AccountNotices notices, SignIns signIns) : FreshPage
{
    public IReadOnlyList<PasskeyRow> Rows { get; private set; } = [];

    public string Suggested { get; private set; } = "";

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public override async Task LoadAsync()
    {
        Suggested = DeviceName.Of(Request.Headers.UserAgent);
        Rows = [.. (await users.GetPasskeysAsync(await MeAsync())).OrderBy(p => p.CreatedAt).Select(p => new PasskeyRow(Convert.ToHexString(p.CredentialId), p.Name ?? "", p.CreatedAt))];
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostOptionsAsync() => Content(await passkeys.OfferAsync(await MeAsync()), "application/json");

    public async Task<IActionResult> OnPostAddAsync(string? credential, string? name)
    {
        var user = await MeAsync();
        await passkeys.AddAsync(user, credential, name);
        await signIns.ConfirmAsync(strong: true);
        await notices.TellAsync(user.Id, (await contacts.ListAsync(user.Id)).Select(c => c.Address), Texts.Of("您的账号添加了通行密钥。如非本人操作，请立即联系物业。"));
        return Done(Texts.Of("通行密钥已添加。"));
    }

    public async Task<IActionResult> OnPostRenameAsync(string key, string? name)
    {
        await passkeys.RenameAsync(await MeAsync(), key, name);
        return Done(Texts.Of("名称已保存。"));
    }

    public async Task<IActionResult> OnPostRemoveAsync(string key)
    {
        await passkeys.RemoveAsync(await MeAsync(), key);
        return Done(Texts.Of("通行密钥已删除。"));
    }

    private RedirectToPageResult Done(string message)
    {
        Say(message);
        return RedirectToPage();
    }

    private async Task<DeskUser> MeAsync() => NotFoundException.Check(await users.GetUserAsync(User));
}
