using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.PersonalData;

/// <summary>What is stored about one of the login's own owner records.</summary>
public sealed record OwnRecord(
    Guid OwnerId, string Name, string Community, string? Phone, string? Email, string IdNumber, IReadOnlyList<OwnUnit> Units, DeliveryPreference? Preference, int Bills, int Receipts, int Messages);

/// <summary>One of the login's own owner records, to choose from.</summary>
public sealed record OwnRecordName(Guid OwnerId, string Name, string Community);

/// <param name="IsRented">Rented, not owned.</param>
public sealed record OwnUnit(string Code, DateOnly From, DateOnly? To, bool IsRented);

/// <summary>Reads what is stored about whoever asks: of records that are their own, never of those they only look at.</summary>
public sealed class OwnData(DeskDbContext db, IPersonalDataCipher cipher)
{
    public async Task<IReadOnlyList<OwnRecord>> ListAsync()
    {
        var records = new List<OwnRecord>();
        foreach (var owner in await db.Owners.AsNoTracking().InUse().Where(o => db.Current.IsOwnerIds.Contains(o.Id)).OrderBy(o => o.Id).ToListAsync())
        {
            records.Add(new OwnRecord(
                owner.Id, owner.Name, await db.Communities.Where(c => c.Id == owner.CommunityId).Select(c => c.Name).SingleAsync(), owner.Phone, owner.Email,
                IdNumber(owner.IdNumberCipher), await UnitsAsync(owner.Id),
                await db.DeliveryPreferences.AsNoTracking().FirstOrDefaultAsync(p => p.OwnerId == owner.Id),
                await db.Bills.CountAsync(b => b.OwnerId == owner.Id && b.IssuedOn != null),
                await db.Receipts.CountAsync(r => r.Payment.OwnerId == owner.Id),
                await db.Deliveries.CountAsync(d => d.OwnerId == owner.Id)));
        }

        return records;
    }

    public async Task<IReadOnlyList<OwnRecordName>> NamesAsync() => await db.Owners.Where(o => db.Current.IsOwnerIds.Contains(o.Id)).OrderBy(o => o.Id)
        .Select(o => new OwnRecordName(o.Id, o.Name, db.Communities.Where(c => c.Id == o.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "")).ToListAsync();

    // A number whose key is lost is shown as hidden altogether: the page must not fail for it.
    private string IdNumber(string? hidden)
    {
        try
        {
            return hidden is null ? "" : Masking.IdNumber(cipher.Unprotect(hidden));
        }
        catch (CryptographicException)
        {
            return new string('*', 18);
        }
    }

    private async Task<List<OwnUnit>> UnitsAsync(Guid ownerId)
    {
        var owned = await db.Ownerships.Where(o => o.OwnerId == ownerId).Select(o => new OwnUnit(o.Unit.Code, o.From, o.To, false)).ToListAsync();
        var rented = await db.Leases.Where(l => l.LesseeId == ownerId).Select(l => new OwnUnit(l.Unit.Code, l.From, l.To, true)).ToListAsync();
        return [.. owned.Concat(rented).OrderBy(u => u.From).ThenBy(u => u.Code, StringComparer.Ordinal)];
    }
}
