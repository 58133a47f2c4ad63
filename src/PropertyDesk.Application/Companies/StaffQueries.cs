using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Application.Companies;

/// <summary>A member of staff in the list.</summary>
/// <param name="Communities">The names of the communities that the member is limited to; empty: all.</param>
public sealed record StaffRow(Guid Id, string Name, string Login, Role Role, IReadOnlyList<string> Communities, DateTimeOffset? DisabledAt);

/// <summary>A member of staff to be changed.</summary>
public sealed record StaffDetails(Guid Id, string Name, string Login, Role Role, IReadOnlyList<Guid> CommunityIds, DateTimeOffset? DisabledAt);

/// <summary>An invitation of staff that nobody has used yet.</summary>
public sealed record OpenInvitation(Guid Id, string Name, Role Role, DateTimeOffset ExpiresAt);

/// <summary>Reads the staff of the company.</summary>
public sealed class StaffQueries(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Those who may enter first, then by role and name.</summary>
    public async Task<IReadOnlyList<StaffRow>> ListAsync()
    {
        var names = await db.Communities.ToDictionaryAsync(c => c.Id, c => c.Name);
        var rows = await (from m in db.Memberships
                          join u in db.Users on m.UserId equals u.Id
                          where m.OwnerId == null
                          select new { m.Id, u.DisplayName, u.UserName, m.Role, m.DisabledAt, Communities = m.Communities.Select(c => c.CommunityId).ToList() })
            .ToListAsync();
        return [.. rows
            .OrderBy(r => r.DisabledAt.HasValue).ThenBy(r => r.Role).ThenBy(r => r.DisplayName, StringComparer.CurrentCulture)
            .Select(r => new StaffRow(r.Id, r.DisplayName, r.UserName ?? "", r.Role, [.. r.Communities.Where(names.ContainsKey).Select(id => names[id])], r.DisabledAt))];
    }

    /// <exception cref="NotFoundException">There is no such member of staff here.</exception>
    public async Task<StaffDetails> FindAsync(Guid id) => NotFoundException.Check(
        await (from m in db.Memberships
               join u in db.Users on m.UserId equals u.Id
               where m.Id == id && m.OwnerId == null
               select new StaffDetails(m.Id, u.DisplayName, u.UserName ?? "", m.Role, m.Communities.Select(c => c.CommunityId).ToList(), m.DisabledAt))
            .FirstOrDefaultAsync(),
        id);

    /// <summary>Invitations that can still be accepted.</summary>
    public async Task<IReadOnlyList<OpenInvitation>> OpenInvitationsAsync()
    {
        var now = clock.GetUtcNow();
        return await db.Invitations.Where(i => i.OwnerId == null && i.AcceptedAt == null && i.ExpiresAt > now)
            .OrderBy(i => i.ExpiresAt).Select(i => new OpenInvitation(i.Id, i.Name, i.Role, i.ExpiresAt)).ToListAsync();
    }
}
