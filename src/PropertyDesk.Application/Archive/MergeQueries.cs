using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Archive;

/// <summary>Why two records may be one person's.</summary>
public enum LikeReason
{
    IdNumber,

    Phone,

    /// <summary>The same name, and both have or had the same unit.</summary>
    NameAndUnit,
}

/// <summary>One of two records, masked.</summary>
public sealed record LikeRecord(Guid Id, string Name, string Phone, string Units, int Bills, Money Outstanding, Money Prepaid);

/// <summary>Two records that may be one person's; the first is proposed to stay.</summary>
public sealed record LikePair(LikeRecord Stays, LikeRecord Goes, LikeReason Reason);

/// <summary>A merge in the list.</summary>
public sealed record MergeRow(Guid Id, Guid SurvivorId, string Survivor, Guid DuplicateId, string Duplicate, string Reason, string By, DateTimeOffset At, string? UndoneBy, DateTimeOffset? UndoneAt);

/// <summary>Reads merges, and proposes records that may be one person's.</summary>
public sealed class MergeQueries(DeskDbContext db, IPersonalDataCipher cipher, TimeProvider clock)
{
    /// <summary>Pairs shown at once; the rest comes up when these are done.</summary>
    public const int Most = 50;

    /// <summary>Likely duplicates of a community: same ID number, same phone, same name and unit.</summary>
    public async Task<IReadOnlyList<LikePair>> LikelyAsync(Guid communityId)
    {
        var pairs = new Dictionary<(Guid, Guid), LikeReason>();
        var live = db.Owners.InUse().Where(o => o.CommunityId == communityId && o.Kind != OwnerKind.Developer);
        var byNumber = (await live.Where(o => o.IdNumberCipher != null).Select(o => new { o.Id, o.IdNumberCipher }).ToListAsync())
            .Select(o => (o.Id, Number: Plain(o.IdNumberCipher!))).Where(o => o.Number is not null).GroupBy(o => o.Number, o => o.Id);
        Add(byNumber.Select(g => g.ToList()), LikeReason.IdNumber);
        var phones = await live.Where(o => o.Phone != null && live.Count(x => x.Phone == o.Phone) > 1).OrderBy(o => o.Id).Select(o => new { o.Id, o.Phone, o.Name }).Take(Most * 4).ToListAsync();
        // Couples share a telephone: only the same name with it is one person.
        Add(phones.GroupBy(o => (o.Phone, o.Name), o => o.Id).Select(g => g.ToList()), LikeReason.Phone);
        var named = await (
            from a in live
            join b in live on a.Name equals b.Name
            where a.Id.CompareTo(b.Id) < 0 && db.Ownerships.Any(x => x.OwnerId == a.Id && db.Ownerships.Any(y => y.OwnerId == b.Id && y.UnitId == x.UnitId))
            orderby a.Id
            select new { A = a.Id, B = b.Id }).Take(Most).ToListAsync();
        Add(named.Select(n => new List<Guid> { n.A, n.B }), LikeReason.NameAndUnit);
        return await DescribeAsync(pairs.Take(Most).ToList());

        void Add(IEnumerable<List<Guid>> groups, LikeReason reason)
        {
            foreach (var group in groups.Where(g => g.Count > 1))
            {
                foreach (var other in group.Skip(1))
                {
                    pairs.TryAdd(group[0].CompareTo(other) < 0 ? (group[0], other) : (other, group[0]), reason);
                }
            }
        }
    }

    /// <summary>The newest first.</summary>
    public Task<List<MergeRow>> ListAsync(Guid? ownerId = null) => Rows(db.OwnerMerges.Where(m => ownerId == null || m.SurvivorId == ownerId || m.DuplicateId == ownerId)).Take(Most).ToListAsync();

    /// <exception cref="NotFoundException">There is no such merge here.</exception>
    public async Task<MergeRow> FindAsync(Guid id) => NotFoundException.Check(await Rows(db.OwnerMerges.Where(m => m.Id == id)).FirstOrDefaultAsync(), id);

    /// <summary>Both records side by side, in the order given.</summary>
    /// <exception cref="NotFoundException">One of them is not here.</exception>
    public async Task<IReadOnlyList<LikeRecord>> BesideAsync(params Guid[] ids)
    {
        var known = await RecordsAsync(ids);
        return [.. ids.Select(id => NotFoundException.Check(known.GetValueOrDefault(id), id))];
    }

    private static IQueryable<MergeRow> Rows(IQueryable<Domain.Archive.OwnerMerge> merges) => merges.OrderByDescending(m => m.At).ThenByDescending(m => m.Id)
        .Select(m => new MergeRow(m.Id, m.SurvivorId, m.Survivor.Name, m.DuplicateId, m.Duplicate.Name, m.Reason, m.By, m.At, m.UndoneBy, m.UndoneAt));

    // Who has more of a history stays.
    private async Task<IReadOnlyList<LikePair>> DescribeAsync(List<KeyValuePair<(Guid A, Guid B), LikeReason>> pairs)
    {
        var known = await RecordsAsync([.. pairs.SelectMany(p => new[] { p.Key.A, p.Key.B }).Distinct()]);
        return [.. pairs.Select(p => (A: known[p.Key.A], B: known[p.Key.B], p.Value)).Select(p => p.B.Bills > p.A.Bills ? new LikePair(p.B, p.A, p.Value) : new LikePair(p.A, p.B, p.Value))];
    }

    private async Task<Dictionary<Guid, LikeRecord>> RecordsAsync(Guid[] ids)
    {
        var today = db.Current.Today(clock);
        var owners = await db.Owners.Where(o => ids.Contains(o.Id)).Select(o => new
        {
            o.Id,
            o.Name,
            o.Phone,
            Bills = db.Bills.Count(b => b.OwnerId == o.Id && b.IssuedOn != null),
            Owed = db.Bills.Where(b => b.OwnerId == o.Id && b.IssuedOn != null).Sum(b => b.Outstanding.Fen),
            Prepaid = db.Purses.Where(p => p.OwnerId == o.Id).Sum(p => p.Balance.Fen),
        }).ToListAsync();
        var units = (await db.Ownerships.Where(x => ids.Contains(x.OwnerId)).OrderBy(x => x.Unit.Code).Select(x => new { x.OwnerId, x.Unit.Code, x.To }).ToListAsync()).ToLookup(x => x.OwnerId, x => (x.Code, x.To));
        return owners.ToDictionary(o => o.Id, o => new LikeRecord(o.Id, o.Name, Masking.Phone(o.Phone), UnitList.Of(units[o.Id], today), o.Bills, new Money(o.Owed), new Money(o.Prepaid)));
    }

    // A number whose key is lost is like no other.
    private string? Plain(string hidden)
    {
        try
        {
            return cipher.Unprotect(hidden);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
