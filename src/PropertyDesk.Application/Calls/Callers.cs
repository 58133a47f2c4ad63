using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.LateFees;
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
/// <param name="As">How a family member is called there, or who called for the owner from this number before; empty for the owner's own number.</param>
/// <param name="Phone">The owner's, masked.</param>
/// <param name="Tags">Of today; sensitive ones are only counted.</param>
public sealed record Caller(
    Guid OwnerId, string Name, string As, string Phone, Guid CommunityId, string Community, IReadOnlyList<CallerUnit> Units, Money Outstanding, Money Prepaid, IReadOnlyList<CallerTicket> Tickets, IReadOnlyList<CallRow> Calls, TagChips Tags)
{
    /// <summary>What the desk should know before it says a word.</summary>
    public IReadOnlyList<DeskFlag> Flags { get; init; } = [];

    /// <summary>Late fees as of today that no bill asks for yet.</summary>
    public Money LateFee { get; init; }
}

/// <summary>
/// Recognises who calls by the number: owners and renters by the archive, families by the number of their login or of
/// the household, and whoever called for an owner before.
/// </summary>
public sealed class Callers(DeskDbContext db, CallQueries calls, DeskSearch search, DeskFlags flags, Tickets.TicketPlaces places, TagQueries tags, LateFeeQueries fees, TimeProvider clock)
{
    /// <summary>So many are shown.</summary>
    public const int Most = 5;

    private const int LastCalls = 3;
    private const int ShortestTail = 4;

    /// <param name="number">As it is shown or typed, with blanks, dashes or +86; four digits and more find by the end of the number.</param>
    /// <returns>Nobody where it is not known; several where they share a number, as couples do.</returns>
    public async Task<IReadOnlyList<Caller>> FindAsync(string? number)
    {
        var digits = CallNumber.Digits(number);
        if (digits.Length < ShortestTail)
        {
            return [];
        }

        var found = new Dictionary<Guid, string>();
        if (CallNumber.IsWhole(digits))
        {
            await ByWholeAsync(digits, UnitText.Plain(number), found);
        }

        if (found.Count == 0)
        {
            Keep(found, await db.Owners.WithPhoneEnding(digits).Select(o => new Found(o.Id, "")).Take(Most).ToListAsync());
        }

        var callers = new List<Caller>();
        foreach (var (owner, name) in found.Take(Most))
        {
            callers.Add(await AboutAsync(owner, name));
        }

        return callers;
    }

    /// <summary>Where the number is hidden or strange: by name, unit, plate and whatever else the desk's box knows.</summary>
    public async Task<IReadOnlyList<Caller>> SearchAsync(string? text)
    {
        var callers = new List<Caller>();
        foreach (var hit in await search.FindAsync(text, Most))
        {
            callers.Add(await AboutAsync(hit.OwnerId));
        }

        return callers;
    }

    /// <summary>Of an owner who was found otherwise.</summary>
    /// <exception cref="NotFoundException">There is no such owner here.</exception>
    public Task<Caller> AboutAsync(Guid ownerId) => AboutAsync(ownerId, "");

    private static void Keep(Dictionary<Guid, string> found, List<Found> more) => more.ForEach(f => found.TryAdd(f.OwnerId, f.As ?? ""));

    private async Task ByWholeAsync(string digits, string typed, Dictionary<Guid, string> found)
    {
        // As a number may stand in the archive; each of them is looked up in the index.
        string[] forms = [digits, "+86" + digits, "86" + digits, typed];
        Keep(found, await db.Owners.InUse().Where(o => forms.Contains(o.Phone)).OrderBy(o => o.Name).ThenBy(o => o.Id).Select(o => new Found(o.Id, "")).Take(Most).ToListAsync());
        var family = await (
            from contact in db.LoginContacts
            join m in db.Memberships on contact.UserId equals m.UserId
            join o in db.Owners on m.OwnerId equals o.Id
            where contact.Kind == ContactKind.Phone && forms.Contains(contact.Address) && m.DisabledAt == null
            orderby o.Name, o.Id
            select new { o.Id, m.InvitedAs }).Take(Most).ToListAsync();
        Keep(found, [.. family.Select(f => new Found(f.Id, f.InvitedAs))]);
        var today = db.Current.Today(clock);
        var household = await db.HouseholdMembers.Where(m => forms.Contains(m.Phone) && m.From <= today && (m.To == null || m.To >= today)).OrderBy(m => m.Name).ThenBy(m => m.Id)
            .Select(m => new Found(m.OwnerId, m.Name)).Take(Most).ToListAsync();
        Keep(found, household);
        if (found.Count == 0)
        {
            var before = await db.Calls.Where(c => c.Phone == digits && c.OwnerId != null).OrderByDescending(c => c.At).Select(c => new { c.OwnerId, c.Caller }).Take(Most).ToListAsync();
            Keep(found, [.. before.Select(c => new Found(c.OwnerId!.Value, c.Caller))]);
        }
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
        var tickets = await db.Tickets.Where(t => t.OwnerId == ownerId && t.IsOpen).OrderByDescending(t => t.OpenedAt)
            .Select(t => new CallerTicket(t.Id, t.Number, t.Category.Name, t.State, t.What)).Take(Most).ToListAsync();
        var units = (await places.OfOwnerAsync(ownerId)).Where(p => p.CommunityId == owner.CommunityId).Select(p => new CallerUnit(p.UnitId, p.Unit)).ToList();
        return new Caller(
            ownerId, owner.Name, name, Masking.Phone(owner.Phone), owner.CommunityId, owner.Community, units, new Money(owner.Owed), new Money(owner.Prepaid), tickets, await calls.LastAsync(ownerId, LastCalls),
            (await tags.OfAsync([ownerId]))[ownerId])
        {
            LateFee = await fees.OpenOfOwnerAsync(ownerId, db.Current.Today(clock)),
            Flags = (await flags.OfAsync([ownerId])).GetValueOrDefault(ownerId, []),
        };
    }

    private sealed record Found(Guid OwnerId, string? As);
}
