using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Search;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;

namespace PropertyDesk.Application.Calls;

/// <summary>An open ticket of a caller.</summary>
public sealed record CallerTicket(Guid Id, int Number, string Category, Domain.Tickets.TicketState State, string What);

/// <summary>A unit of a caller today.</summary>
public sealed record CallerUnit(Guid Id, string Code);

/// <summary>Somebody whom a number belongs to, and what the desk should know.</summary>
/// <param name="As">How a family member or renter is called there; empty for the owner's own number.</param>
/// <param name="Phone">Masked.</param>
public sealed record Caller(
    Guid OwnerId, string Name, string As, string Phone, Guid CommunityId, string Community, IReadOnlyList<CallerUnit> Units, Money Outstanding, Money Prepaid, IReadOnlyList<CallerTicket> Tickets, IReadOnlyList<CallRow> Calls);

/// <summary>Recognises who calls by the number: owners and renters by the archive, families by the number of their login.</summary>
public sealed class Callers(DeskDbContext db, CallQueries calls, Tickets.TicketPlaces places)
{
    private const int Most = 5;
    private const int LastCalls = 3;
    private const int ShortestTail = 4;
    private const int ShortestWhole = 7;

    /// <param name="number">As it is shown or typed, with blanks, dashes or +86; four digits and more find by the end of the number.</param>
    /// <returns>Nobody where it is not known; several where they share a number, as couples do.</returns>
    public async Task<IReadOnlyList<Caller>> FindAsync(string? number)
    {
        var digits = Digits(number);
        if (digits.Length < ShortestTail)
        {
            return [];
        }

        var found = new Dictionary<Guid, string>();
        if (digits.Length >= ShortestWhole)
        {
            // As a number may stand in the archive; each of them is looked up in the index.
            string[] forms = [digits, "+86" + digits, "86" + digits, UnitText.Plain(number)];
            foreach (var owner in await db.Owners.Where(o => forms.Contains(o.Phone)).OrderBy(o => o.Name).ThenBy(o => o.Id).Select(o => o.Id).Take(Most).ToListAsync())
            {
                found.TryAdd(owner, "");
            }

            var family = await (
                from contact in db.LoginContacts
                join m in db.Memberships on contact.UserId equals m.UserId
                join o in db.Owners on m.OwnerId equals o.Id
                where contact.Kind == ContactKind.Phone && forms.Contains(contact.Address) && m.DisabledAt == null
                orderby o.Name, o.Id
                select new { o.Id, m.InvitedAs }).Take(Most).ToListAsync();
            foreach (var member in family)
            {
                found.TryAdd(member.Id, member.InvitedAs ?? "");
            }
        }

        if (found.Count == 0)
        {
            foreach (var owner in await db.Owners.Where(o => o.Phone != null && o.Phone.Replace("-", "").EndsWith(digits)).OrderBy(o => o.Name).ThenBy(o => o.Id).Select(o => o.Id).Take(Most).ToListAsync())
            {
                found.TryAdd(owner, "");
            }
        }

        var callers = new List<Caller>();
        foreach (var (owner, name) in found.Take(Most))
        {
            callers.Add(await AboutAsync(owner, name));
        }

        return callers;
    }

    /// <summary>Of an owner who was found otherwise.</summary>
    /// <exception cref="NotFoundException">There is no such owner here.</exception>
    public Task<Caller> AboutAsync(Guid ownerId) => AboutAsync(ownerId, "");

    private static string Digits(string? number)
    {
        var plain = UnitText.Plain(number);
        var digits = string.Concat(plain.Where(char.IsAsciiDigit));
        return digits.StartsWith("86", StringComparison.Ordinal) && (plain.StartsWith('+') || digits.Length == 13) ? digits[2..] : digits;
    }

    private async Task<Caller> AboutAsync(Guid ownerId, string name)
    {
        var owner = await db.Owners.Where(o => o.Id == ownerId).Select(o => new
        {
            o.Name,
            o.Phone,
            o.CommunityId,
            Community = db.Communities.Where(c => c.Id == o.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "",
            Owed = db.Bills.Published().Where(b => b.OwnerId == o.Id).Sum(b => b.Outstanding.Fen),
            Prepaid = db.Purses.Where(p => p.OwnerId == o.Id).Sum(p => p.Balance.Fen),
        }).FirstOrDefaultAsync() ?? throw new NotFoundException(nameof(Domain.Owners.Owner), ownerId);
        var tickets = await db.Tickets.Where(t => t.OwnerId == ownerId && t.ResolvedAt == null && t.State != Domain.Tickets.TicketState.Cancelled).OrderByDescending(t => t.OpenedAt)
            .Select(t => new CallerTicket(t.Id, t.Number, t.Category.Name, t.State, t.What)).Take(Most).ToListAsync();
        var units = (await places.OfOwnerAsync(ownerId)).Where(p => p.CommunityId == owner.CommunityId).Select(p => new CallerUnit(p.UnitId, p.Unit)).ToList();
        return new Caller(
            ownerId, owner.Name, name, Masking.Phone(owner.Phone), owner.CommunityId, owner.Community, units, new Money(owner.Owed), new Money(owner.Prepaid), tickets, await calls.LastAsync(ownerId, LastCalls));
    }
}
