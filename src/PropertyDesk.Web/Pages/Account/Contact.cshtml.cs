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

/// <summary>Proves a mobile number or an e-mail address, the first one or a new one.</summary>
[EnableRateLimiting(DeskLimits.Login)]
public sealed class ContactModel(UserManager<DeskUser> users, CodesByBrowser codes, Contacts contacts, SignIns signIns) : FreshPage
{
    [BindProperty(SupportsGet = true)]
    public ContactKind Kind { get; set; } = ContactKind.Phone;

    [BindProperty(SupportsGet = true)]
    public bool Again { get; set; }

    [BindProperty]
    public CodeInput Input { get; set; } = new();

    public string? SentTo { get; private set; }

    /// <summary>What the login says, proven or not.</summary>
    public string? Known { get; private set; }

    public override async Task LoadAsync()
    {
        var user = await MeAsync();
        Known = Kind == ContactKind.Phone ? user.PhoneNumber : user.Email;
        SentTo = Again ? null : await codes.WaitingAsync(HttpContext, CodePurpose.ConfirmContact);
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        Again = true;
        await codes.SendToAsync(HttpContext, (await MeAsync()).Id, Input.Address);
        return RedirectToPage(new { Kind });
    }

    public async Task<IActionResult> OnPostEnterAsync()
    {
        var user = await MeAsync();
        var used = await codes.UseAsync(HttpContext, CodePurpose.ConfirmContact, Input.Code);
        if (used.UserId != user.Id)
        {
            throw new RuleViolation("验证码不对或已过期。", field: "Input.Code");
        }

        await contacts.TakeAsync(user, ContactAddress.Read(used.Address));
        await signIns.KeepOnlyThisAsync(user);
        Say(Texts.Of("联系方式已验证并保存。"));
        return LocalRedirect("/account");
    }

    private async Task<DeskUser> MeAsync() => NotFoundException.Check(await users.GetUserAsync(User));
}
