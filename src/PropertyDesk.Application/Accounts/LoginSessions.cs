using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain.Accounts;

namespace PropertyDesk.Application.Accounts;

/// <summary>A browser in the list of logins.</summary>
public sealed record SessionRow(Guid Id, string Device, string Network, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, bool IsStrong);

/// <summary>The browsers in which people are logged in.</summary>
public sealed class LoginSessions(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Whether the login works for a company, or for the platform: such logins live shorter.</summary>
    public async Task<LoginKind> KindAsync(DeskUser user)
    {
        // Past the filters: a login spans companies; narrowed to the user's own memberships.
        var isStaff = user.IsPlatformOperator || await db.Memberships.AcrossCompanies().AnyAsync(m => m.UserId == user.Id && m.OwnerId == null && m.DisabledAt == null);
        return isStaff ? LoginKind.Staff : LoginKind.Owner;
    }

    public async Task StartAsync(LoginSession session)
    {
        db.Add(session);
        await db.SaveChangesAsync();
    }

    /// <summary>The session of a key, noted as seen now; null when there is none or its time is over, which ends it.</summary>
    public async Task<LoginSession?> SeeAsync(string keyHash)
    {
        var now = clock.GetUtcNow();
        var session = await db.LoginSessions.AsNoTracking().FirstOrDefaultAsync(s => s.KeyHash == keyHash);
        if (session?.IsOver(now) == true)
        {
            await RemoveAsync(keyHash);
            return null;
        }

        if (session?.See(now) == true)
        {
            await db.LoginSessions.Where(s => s.Id == session.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now));
        }

        return session;
    }

    /// <summary>Keeps a renewed ticket.</summary>
    public Task RenewAsync(string keyHash, string ticket) =>
        db.LoginSessions.Where(s => s.KeyHash == keyHash).ExecuteUpdateAsync(set => set.SetProperty(s => s.Ticket, ticket));

    public Task RemoveAsync(string keyHash) => db.LoginSessions.Where(s => s.KeyHash == keyHash).ExecuteDeleteAsync();

    /// <summary>The person proved again who they are.</summary>
    /// <param name="strong">By a second factor or a passkey.</param>
    public async Task ConfirmAsync(Guid id, bool strong)
    {
        if (await db.LoginSessions.FirstOrDefaultAsync(s => s.Id == id) is { } session)
        {
            session.Confirm(strong, clock.GetUtcNow());
            await db.SaveChangesAsync();
        }
    }

    /// <summary>Those of a login, seen last first.</summary>
    public async Task<IReadOnlyList<SessionRow>> ListAsync(Guid userId) =>
        [.. (await db.LoginSessions.AsNoTracking().Where(s => s.UserId == userId).OrderByDescending(s => s.LastSeenAt).Take(100).ToListAsync())
            .Where(s => !s.IsOver(clock.GetUtcNow()))
            .Select(s => new SessionRow(s.Id, s.Device, s.Network, s.StartedAt, s.LastSeenAt, s.IsStrong))];

    /// <summary>Ends one of the user's own; another's is not found, and stays.</summary>
    public Task EndAsync(Guid userId, Guid id) => db.LoginSessions.Where(s => s.UserId == userId && s.Id == id).ExecuteDeleteAsync();

    /// <summary>Ends all of a user's.</summary>
    /// <param name="except">But this one.</param>
    public Task EndAllAsync(Guid userId, Guid? except = null) => db.LoginSessions.Where(s => s.UserId == userId && s.Id != except).ExecuteDeleteAsync();

    /// <summary>The login was given a role of staff: what is open already lives no longer than a login of staff.</summary>
    public async Task BecomeStaffAsync(Guid userId)
    {
        foreach (var session in await db.LoginSessions.Where(s => s.UserId == userId && s.Kind == LoginKind.Owner).ToListAsync())
        {
            session.BecomeStaff();
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Removes those whose time is over.</summary>
    public async Task SweepAsync()
    {
        var now = clock.GetUtcNow();
        var idle = now - LoginSession.Idle(LoginKind.Staff);
        await db.LoginSessions.Where(s => s.EndsAt <= now || (s.Kind == LoginKind.Staff && s.LastSeenAt <= idle)).ExecuteDeleteAsync();
    }
}
