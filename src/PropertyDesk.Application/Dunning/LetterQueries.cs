using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Dunning;

namespace PropertyDesk.Application.Dunning;

/// <summary>An owner to whom a letter is to be written.</summary>
public sealed record WaitingLetter(Guid ContactId, Guid OwnerId, string Owner, string Units, Guid BuildingId, string Building, int Bills, Money Asked, int DaysOverdue);

/// <summary>A letter in a list.</summary>
public sealed record LetterRow(Guid Id, int Number, string Unit, Guid OwnerId, string Owner, DateOnly IssuedOn, DateOnly PayBy, Money Total, LetterWay? Way, DateOnly? DeliveredOn);

/// <summary>A letter as it was printed, with its proof.</summary>
public sealed record LetterDetails(DemandLetter Letter, string Community, string? Address, string? Phone, string Building)
{
    public string Number => Texts.Of("催字第 {0} 号", $"{Letter.IssuedOn:yyyy}-{Letter.Number:0000}");
}

/// <summary>Reads demand letters.</summary>
public sealed class LetterQueries(DeskDbContext db, TimeProvider clock)
{
    /// <summary>Owners who wait for a letter, in walking order.</summary>
    public async Task<IReadOnlyList<WaitingLetter>> WaitingAsync(Guid? communityId = null)
    {
        var today = db.Current.Today(clock);
        var contacts = await db.DunningContacts.Where(c => c.Kind == DunningKind.Letter && c.Slot != null && (communityId == null || c.CommunityId == communityId))
            .Select(c => new { c.Id, c.OwnerId, c.Owner.Name }).ToListAsync();
        var owners = contacts.ConvertAll(c => c.OwnerId);
        var asked = (await db.AskedAsync(db.Dunnable().Where(b => b.DueOn < today && owners.Contains(b.OwnerId)))).ToLookup(b => b.OwnerId);
        var firsts = asked.Select(g => g.First().Id).ToList();
        var places = await db.Bills.Where(b => firsts.Contains(b.Id))
            .Select(b => new { b.OwnerId, b.Unit.BuildingId, b.Unit.Building.Name, b.Unit.Building.SortOrder, b.UnitCode }).ToDictionaryAsync(b => b.OwnerId);
        return
        [
            .. contacts.Where(c => places.ContainsKey(c.OwnerId)).Select(c => (Contact: c, Place: places[c.OwnerId], Bills: asked[c.OwnerId].ToList()))
                .OrderBy(x => x.Place.SortOrder).ThenBy(x => x.Place.Name, StringComparer.Ordinal).ThenBy(x => x.Place.UnitCode.Length).ThenBy(x => x.Place.UnitCode, StringComparer.Ordinal)
                .Select(x => new WaitingLetter(
                    x.Contact.Id, x.Contact.OwnerId, x.Contact.Name, string.Join('、', x.Bills.Select(b => b.UnitCode).Distinct()), x.Place.BuildingId, x.Place.Name,
                    x.Bills.Count, Money.Sum(x.Bills.Select(b => b.Asked)), today.DayNumber - x.Bills[0].DueOn.DayNumber)),
        ];
    }

    /// <summary>The newest first.</summary>
    public Task<Paged<LetterRow>> ListAsync(bool withoutProof, int page = 1) => db.DemandLetters.Where(l => !withoutProof || l.Proof == null)
        .OrderByDescending(l => l.IssuedOn).ThenByDescending(l => l.Number)
        .Select(l => new LetterRow(l.Id, l.Number, l.UnitCode, l.OwnerId, l.OwnerName, l.IssuedOn, l.PayBy, new Money(l.Amount.Fen + l.LateFee.Fen), l.Proof == null ? null : l.Proof.Way, l.Proof == null ? null : l.Proof.On))
        .ToPageAsync(page);

    /// <exception cref="NotFoundException">There is no such letter here.</exception>
    public async Task<LetterDetails> FindAsync(Guid id) => NotFoundException.Check((await LoadAsync(db.DemandLetters.Where(l => l.Id == id))).FirstOrDefault(), id);

    /// <summary>The letters of a day that go to one building, or to all, in walking order.</summary>
    /// <exception cref="NotFoundException">There are none.</exception>
    public async Task<IReadOnlyList<LetterDetails>> OfDayAsync(DateOnly day, Guid? buildingId)
    {
        var letters = await LoadAsync(db.DemandLetters.Where(l => l.IssuedOn == day && (buildingId == null || l.Unit.BuildingId == buildingId)));
        return letters.Count > 0 ? letters : throw new NotFoundException(nameof(DemandLetter));
    }

    private async Task<List<LetterDetails>> LoadAsync(IQueryable<DemandLetter> wanted)
    {
        var letters = await wanted.AsNoTracking().Include(l => l.Bills).Include(l => l.Proof).Include(l => l.Unit.Building).AsSplitQuery().ToListAsync();
        var communities = await db.Communities.AsNoTracking().ToDictionaryAsync(c => c.Id);
        return
        [
            .. letters.OrderBy(l => l.Unit.Building.SortOrder).ThenBy(l => l.Unit.Building.Name, StringComparer.Ordinal).ThenBy(l => l.UnitCode.Length).ThenBy(l => l.UnitCode, StringComparer.Ordinal)
                .Select(l => new LetterDetails(l, communities[l.CommunityId].Name, communities[l.CommunityId].Address, communities[l.CommunityId].Phone, l.Unit.Building.Name)),
        ];
    }
}
