using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Search;

/// <summary>
/// The one box of the desk: finds owners and renters by name or its pinyin initials, phone or its last digits, unit, plate,
/// parking space, meter, bill or receipt number, and by what a scanner reads from a printed bill or receipt.
/// </summary>
public sealed class DeskSearch(DeskDbContext db, DeskFlags flags, TagQueries tags, TimeProvider clock)
{
    /// <summary>As many as fit under the box.</summary>
    public const int FewResults = 8;

    /// <summary>As long as an address that a scanner types.</summary>
    public const int LongestText = 200;

    /// <returns>The most telling matches first, each owner once.</returns>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string? text, int limit = FewResults)
    {
        var plain = UnitText.Plain(text);
        if (plain.Length is 0 or > LongestText)
        {
            return [];
        }

        var today = db.Current.Today(clock);
        var found = new Dictionary<Guid, SearchMatch>();
        foreach (var way in new SearchMatches(db, today, limit).For(plain))
        {
            foreach (var match in await way.AsNoTracking().ToListAsync())
            {
                if (!found.TryAdd(match.OwnerId, match) && found[match.OwnerId] is { Unit: not null } first && match.Unit is not null && match.Unit != first.Unit)
                {
                    found[match.OwnerId] = first with { Unit = null };
                }
            }

            if (found.Count >= limit)
            {
                break;
            }
        }

        return await DescribeAsync(found.Take(limit).ToDictionary(), today);
    }

    private async Task<IReadOnlyList<SearchHit>> DescribeAsync(Dictionary<Guid, SearchMatch> found, DateOnly today)
    {
        var ids = found.Keys.ToList();
        var (known, tagged) = (await flags.OfAsync(ids), await tags.OfAsync(ids));
        var owners = await db.Owners.Where(o => ids.Contains(o.Id)).Select(o => new
        {
            o.Id,
            o.Name,
            o.Phone,
            Community = db.Communities.Where(c => c.Id == o.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "",
            Owned = db.Ownerships.Where(x => x.OwnerId == o.Id).OrderBy(x => x.Unit.Code).Select(x => new { x.Unit.Code, x.To }).ToList(),
            Rented = db.Leases.Where(x => x.LesseeId == o.Id).OrderBy(x => x.Unit.Code).Select(x => new { x.Unit.Code, x.To }).ToList(),
            Owed = db.Bills.Published().Where(b => b.OwnerId == o.Id).Sum(b => b.Outstanding.Fen),
        }).AsNoTracking().AsSplitQuery().ToDictionaryAsync(o => o.Id);
        return
        [
            .. ids.Where(owners.ContainsKey).Select(id => owners[id]).Select(o => new SearchHit(
                o.Id, o.Name, Masking.Phone(o.Phone), o.Community,
                UnitList.Of((o.Owned.Count > 0 ? o.Owned : o.Rented).Select(u => (u.Code, u.To)), today), found[o.Id].By, new Money(o.Owed), known[o.Id], found[o.Id].BillId, found[o.Id].PaymentId, tagged[o.Id], found[o.Id].Unit)),
        ];
    }
}
