using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;

namespace PropertyDesk.Application.Archive;

/// <summary>Somebody of a household.</summary>
/// <param name="Phone">Masked, unless the page was asked to show it.</param>
/// <param name="IsHere">Today.</param>
public sealed record MemberRow(
    Guid Id, string Unit, string Name, HouseholdRelation Relation, string Phone, int? BirthYear, bool IsEmergencyContact, bool LivesElsewhere, DateOnly From, DateOnly? To, bool IsHere);

public sealed record PetRow(Guid Id, string Unit, PetKind Kind, string Name, string? Licence, DateOnly? LicenceUntil, bool IsLapsed, DateOnly From, DateOnly? To, bool IsHere);

/// <summary>Those of today first.</summary>
public sealed record Household(IReadOnlyList<MemberRow> Members, IReadOnlyList<PetRow> Pets);

/// <summary>A unit whose household can be written down.</summary>
public sealed record HomeChoice(Guid UnitId, string Code);

/// <summary>Reads households.</summary>
public sealed class HouseholdQueries(DeskDbContext db, TimeProvider clock)
{
    /// <param name="inClear">Phones as they are; whoever asks for that was noted in the log.</param>
    public async Task<Household> OfOwnerAsync(Guid ownerId, bool inClear = false)
    {
        var today = db.Current.Today(clock);
        var members = await db.HouseholdMembers.AsNoTracking().Where(m => m.OwnerId == ownerId).Include(m => m.Unit).OrderBy(m => m.From).ThenBy(m => m.Id).ToListAsync();
        var pets = await db.Pets.AsNoTracking().Where(p => p.OwnerId == ownerId).Include(p => p.Unit).OrderBy(p => p.From).ThenBy(p => p.Id).ToListAsync();
        return new Household(
            [.. members.Select(m => new MemberRow(
                m.Id, m.Unit.Code, m.Name, m.Relation, inClear ? m.Phone ?? "" : Masking.Phone(m.Phone), m.BirthYear, m.IsEmergencyContact, m.LivesElsewhere, m.From, m.To, m.LivesHereOn(today)))
                .OrderByDescending(m => m.IsHere)],
            [.. pets.Select(p => new PetRow(p.Id, p.Unit.Code, p.Kind, p.Name, p.Licence, p.LicenceUntil, p.LicenceUntil < today, p.From, p.To, p.LivesHereOn(today))).OrderByDescending(p => p.IsHere)]);
    }

    /// <summary>What is known of somebody, in clear: for the form that corrects it.</summary>
    /// <exception cref="NotFoundException">There is no such member here.</exception>
    public async Task<(Guid OwnerId, MemberFacts Facts)> MemberAsync(Guid id)
    {
        var member = NotFoundException.Check(await db.HouseholdMembers.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id), id);
        return (member.OwnerId, new MemberFacts(member.Name, member.Relation, member.Phone, member.BirthYear, member.IsEmergencyContact, member.LivesElsewhere));
    }

    /// <exception cref="NotFoundException">There is no such pet here.</exception>
    public async Task<(Guid OwnerId, PetFacts Facts)> PetAsync(Guid id)
    {
        var pet = NotFoundException.Check(await db.Pets.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id), id);
        return (pet.OwnerId, new PetFacts(pet.Kind, pet.Name, pet.Licence, pet.LicenceUntil));
    }

    /// <summary>Units that the person owns or rents today or will.</summary>
    public async Task<IReadOnlyList<HomeChoice>> HomesAsync(Guid ownerId)
    {
        var today = db.Current.Today(clock);
        var owned = await db.Ownerships.Where(o => o.OwnerId == ownerId && (o.To == null || o.To >= today)).Select(o => new HomeChoice(o.UnitId, o.Unit.Code)).ToListAsync();
        var rented = await db.Leases.Where(l => l.LesseeId == ownerId && (l.To == null || l.To >= today)).Select(l => new HomeChoice(l.UnitId, l.Unit.Code)).ToListAsync();
        return [.. owned.Concat(rented).Distinct().OrderBy(h => h.Code, StringComparer.Ordinal)];
    }
}
