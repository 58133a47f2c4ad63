using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Companies;

/// <summary>Makes the first login of an empty installation: the platform operator. There is no built-in account.</summary>
public sealed class FirstOperator(DeskDbContext db, UserManager<DeskUser> users)
{
    public async Task<bool> IsMissingAsync() => !await db.Users.AnyAsync();

    /// <exception cref="NotFoundException">There is a login already.</exception>
    /// <exception cref="RuleViolation">The login or the password is refused.</exception>
    public async Task<DeskUser> CreateAsync(NewLogin login)
    {
        if (!await IsMissingAsync())
        {
            throw new NotFoundException("Setup");
        }

        var user = login.ToUser();
        user.IsPlatformOperator = true;
        NewLogin.OrRefuse(await users.CreateAsync(user, login.Password));
        return user;
    }
}
