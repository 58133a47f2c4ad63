using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Archive;

/// <summary>Where somebody lives, as the form says it.</summary>
/// <param name="RequestId">Made with the form: sent twice, it is one entry.</param>
/// <param name="From">Null: from today on.</param>
public sealed record NewResidence(Guid RequestId, Guid OwnerId, Guid UnitId, DateOnly? From);

/// <summary>Keeps who lives with an owner or renter, and their pets.</summary>
public sealed class Households(DeskDbContext db, TimeProvider clock)
{
    /// <returns>The entry, or the one that an earlier sending made.</returns>
    /// <exception cref="NotFoundException">Owner or unit is not here.</exception>
    /// <exception cref="RuleViolation">Something is missing or cannot be, or the unit is neither owned nor rented by this person.</exception>
    public async Task<Guid> AddMemberAsync(NewResidence where, MemberFacts facts)
    {
        var residence = await ResidenceAsync(where);
        var member = new HouseholdMember(residence, facts with { Phone = ContactText.Phone(facts.Phone) }, db.Acting(clock));
        return await AddAsync(member, m => m.RequestId == where.RequestId, OwnerChangeKind.MemberAdded, Named(member.Name, residence.Unit.Code));
    }

    /// <summary>As <see cref="AddMemberAsync"/>, for a pet.</summary>
    public async Task<Guid> AddPetAsync(NewResidence where, PetFacts facts)
    {
        var residence = await ResidenceAsync(where);
        var pet = new Pet(residence, facts, db.Acting(clock));
        return await AddAsync(pet, p => p.RequestId == where.RequestId, OwnerChangeKind.PetAdded, Named(pet.Name, residence.Unit.Code));
    }

    /// <summary>Corrects what is known of somebody.</summary>
    /// <exception cref="NotFoundException">There is no such member here.</exception>
    public async Task ChangeMemberAsync(Guid id, MemberFacts facts)
    {
        var member = NotFoundException.Check(await db.HouseholdMembers.Include(m => m.Owner).FirstOrDefaultAsync(m => m.Id == id), id);
        var before = Facts(member);
        member.Change(facts with { Phone = ContactText.Phone(facts.Phone) }, db.Acting(clock));
        db.Tell(member.Owner, OwnerChangeKind.MemberChanged, before, Facts(member), clock);
        await db.SaveChangesAsync();
    }

    /// <exception cref="NotFoundException">There is no such pet here.</exception>
    public async Task ChangePetAsync(Guid id, PetFacts facts)
    {
        var pet = NotFoundException.Check(await db.Pets.Include(p => p.Owner).FirstOrDefaultAsync(p => p.Id == id), id);
        var before = Facts(pet);
        pet.Change(facts);
        db.Tell(pet.Owner, OwnerChangeKind.PetChanged, before, Facts(pet), clock);
        await db.SaveChangesAsync();
    }

    /// <summary>Somebody moved out.</summary>
    /// <param name="to">Last day; null: today.</param>
    /// <exception cref="RuleViolation">The day lies before the first.</exception>
    public async Task EndMemberAsync(Guid ownerId, Guid id, DateOnly? to) => await EndAsync(await FindAsync(db.HouseholdMembers, ownerId, id), to, OwnerChangeKind.MemberLeft, m => m.Name);

    /// <summary>As <see cref="EndMemberAsync"/>, for a pet.</summary>
    public async Task EndPetAsync(Guid ownerId, Guid id, DateOnly? to) => await EndAsync(await FindAsync(db.Pets, ownerId, id), to, OwnerChangeKind.PetLeft, p => p.Name);

    private static string Named(string name, string unit) => $"{name} · {unit}";

    private static string Facts(HouseholdMember m) =>
        string.Join(" · ", new[] { m.Name, m.Relation.ToString(), Masking.Phone(m.Phone), m.BirthYear?.ToString(System.Globalization.CultureInfo.InvariantCulture) }.Where(t => !string.IsNullOrEmpty(t)));

    private static string Facts(Pet p) => string.Join(" · ", new[] { p.Name, p.Licence, $"{p.LicenceUntil:yyyy-MM-dd}" }.Where(t => !string.IsNullOrEmpty(t)));

    private static async Task<T> FindAsync<T>(IQueryable<T> residents, Guid ownerId, Guid id)
        where T : Resident => NotFoundException.Check(await residents.Include(r => r.Owner).Include(r => r.Unit).FirstOrDefaultAsync(r => r.Id == id && r.OwnerId == ownerId), id);

    private async Task EndAsync<T>(T resident, DateOnly? to, OwnerChangeKind kind, Func<T, string> name)
        where T : Resident
    {
        resident.End(to ?? db.Current.Today(clock), db.Acting(clock));
        db.Tell(resident.Owner, kind, Named(name(resident), resident.Unit.Code), $"→ {resident.To:yyyy-MM-dd}", clock);
        await db.SaveChangesAsync();
    }

    private async Task<Guid> AddAsync<T>(T resident, System.Linq.Expressions.Expression<Func<T, bool>> same, OwnerChangeKind kind, string text)
        where T : Resident
    {
        if (await db.EarlierAsync(same) is { } earlier)
        {
            return earlier;
        }

        db.Tell(resident.Owner, kind, null, text, clock);
        return await db.SaveOnceAsync(resident, same);
    }

    private async Task<Residence> ResidenceAsync(NewResidence where)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == where.OwnerId), where.OwnerId);
        var unit = NotFoundException.Check(await db.Units.FirstOrDefaultAsync(u => u.Id == where.UnitId), where.UnitId);
        var today = db.Current.Today(clock);
        var isTheirs = await db.Ownerships.AnyAsync(o => o.UnitId == unit.Id && o.OwnerId == owner.Id && (o.To == null || o.To >= today))
            || await db.Leases.AnyAsync(l => l.UnitId == unit.Id && l.LesseeId == owner.Id && (l.To == null || l.To >= today));
        return isTheirs ? new Residence(unit, owner, where.From ?? today, where.RequestId) : throw new RuleViolation("{0} 不是这位业主或租户的房屋。", [unit.Code], "UnitId");
    }
}
