using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;

namespace PropertyDesk.Application.Accounts;

/// <summary>The addresses that logins have proven to read.</summary>
public sealed class Contacts(DeskDbContext db, UserManager<DeskUser> users, AccountNotices notices, TimeProvider clock)
{
    public Task<List<LoginContact>> ListAsync(Guid userId) => db.LoginContacts.AsNoTracking().Where(c => c.UserId == userId).OrderBy(c => c.Kind).ToListAsync();

    /// <summary>Whose proven address this is; null for nobody's.</summary>
    public async Task<Guid?> OwnerOfAsync(ContactAddress address) =>
        (await db.LoginContacts.AsNoTracking().FirstOrDefaultAsync(c => c.Address == address.Text))?.UserId;

    /// <summary>The login that somebody names: by its name, or by a proven address.</summary>
    public async Task<DeskUser?> FindLoginAsync(string login)
    {
        if (await users.FindByNameAsync(login.Trim()) is { } user)
        {
            return user;
        }

        try
        {
            return await OwnerOfAsync(ContactAddress.Read(login)) is { } id ? await users.FindByIdAsync(id.ToString()) : null;
        }
        catch (RuleViolation)
        {
            return null;
        }
    }

    /// <summary>
    /// Takes a proven address over. Where the old one was the login's name, the new one becomes it; the old one is told.
    /// </summary>
    /// <exception cref="RuleViolation">Another login has this address.</exception>
    public async Task TakeAsync(DeskUser user, ContactAddress address)
    {
        var now = clock.GetUtcNow();
        var contact = await db.LoginContacts.FirstOrDefaultAsync(c => c.UserId == user.Id && c.Kind == address.Kind);
        var before = contact?.Address;
        if (await users.FindByNameAsync(address.Text) is { } other && other.Id != user.Id)
        {
            throw Taken();
        }

        Change(user, address, before);
        contact?.Change(address.Text, now);
        if (contact is null)
        {
            db.Add(new LoginContact(user.Id, address.Kind, address.Text, now));
        }

        try
        {
            // One save, by the store of users, writes the login and its contact together.
            NewLogin.OrRefuse(await users.UpdateSecurityStampAsync(user));
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw Taken();
        }

        if (before is not null && before != address.Text)
        {
            await notices.TellAsync(user.Id, [before], Texts.Of("您的账号联系方式已改为 {0}。如非本人操作，请立即联系物业。", address.Masked));
        }
    }

    private static void Change(DeskUser user, ContactAddress address, string? before)
    {
        if (user.UserName == before || user.UserName == address.Text)
        {
            user.UserName = address.Text;
        }

        if (address.Kind == ContactKind.Phone)
        {
            (user.PhoneNumber, user.PhoneNumberConfirmed) = (address.Text, true);
        }
        else
        {
            (user.Email, user.EmailConfirmed) = (address.Text, true);
        }
    }

    private static RuleViolation Taken() => new("这个手机号或邮箱已被其他账号使用，请联系物业。", field: "Input.Address");
}
