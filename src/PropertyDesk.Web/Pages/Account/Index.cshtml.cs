using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>The own account at a glance: how one is reached, how one logs in, and where one belongs.</summary>
public sealed class IndexModel(UserManager<DeskUser> users, Contacts contacts, LoginSessions sessions, CompanyAccess access) : PageModel
{
    public string Login { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Each kind, with the proven address or null.</summary>
    public IReadOnlyList<(ContactKind Kind, string? Address)> Contacts { get; private set; } = [];

    public bool HasApp { get; private set; }

    public int Passkeys { get; private set; }

    public int Sessions { get; private set; }

    public IReadOnlyList<CompanyChoice> Companies { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var user = NotFoundException.Check(await users.GetUserAsync(User));
        (Login, Name, HasApp) = (user.UserName!, user.DisplayName, user.TwoFactorEnabled);
        var known = await contacts.ListAsync(user.Id);
        Contacts = [.. Enum.GetValues<ContactKind>().Select(kind => (kind, known.Find(c => c.Kind == kind)?.Address))];
        Passkeys = (await users.GetPasskeysAsync(user)).Count;
        Sessions = (await sessions.ListAsync(user.Id)).Count;
        Companies = await access.ChoicesAsync(user.Id);
    }
}
