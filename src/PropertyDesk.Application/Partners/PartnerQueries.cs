using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Partners;

namespace PropertyDesk.Application.Partners;

/// <summary>Somebody to speak to.</summary>
public sealed record ContactRow(string Name, string? Role, string? Phone);

/// <summary>An outside unit in a list.</summary>
/// <param name="First">Whom to call first.</param>
/// <param name="Next">The next date with them.</param>
public sealed record PartnerRow(Guid Id, PartnerKind Kind, string Name, string Community, bool IsEnded, ContactRow? First, DateOnly? Next);

/// <summary>A date or the end of an agreement that somebody should see to now.</summary>
/// <param name="Kind">Null: an agreement ends.</param>
public sealed record PartnerDue(Guid PartnerId, string Partner, string Community, PartnerDateKind? Kind, string What, DateOnly Day);

/// <summary>A date with an outside unit.</summary>
public sealed record PartnerDateRow(Guid Id, PartnerDateKind Kind, string What, DateOnly Day, int EveryMonths, int RemindDays, bool IsDue);

/// <summary>An agreement.</summary>
public sealed record AgreementRow(Guid Id, string Title, DateOnly From, DateOnly? Until, Guid? FileId, string By, bool IsEnded, bool IsDue);

/// <summary>What went on.</summary>
public sealed record PartnerEntryRow(PartnerEntryKind Kind, DateOnly Day, string What, Guid? FileId, string By, DateTimeOffset At);

/// <summary>An outside unit with everything about it.</summary>
public sealed record PartnerDetails(
    Guid Id, PartnerKind Kind, string Name, string Community, string? Address, string? Note, bool IsEnded,
    IReadOnlyList<ContactRow> Contacts, IReadOnlyList<PartnerDateRow> Dates, IReadOnlyList<AgreementRow> Agreements, Paged<PartnerEntryRow> Entries);

/// <summary>Reads outside units.</summary>
public sealed class PartnerQueries(DeskDbContext db, TimeProvider clock)
{
    /// <param name="text">Part of the unit's or of a contact's name, or of a number.</param>
    public async Task<IReadOnlyList<PartnerRow>> ListAsync(PartnerKind? kind, string? text, bool withEnded = false)
    {
        var sought = text?.Trim() ?? "";
        return await db.Partners.Where(p => (kind == null || p.Kind == kind) && (withEnded || !p.IsEnded)
                && (sought == "" || p.Name.Contains(sought) || db.PartnerContacts.Any(c => c.PartnerId == p.Id && (c.Name.Contains(sought) || c.Phone!.Contains(sought)))))
            .OrderBy(p => p.IsEnded).ThenBy(p => p.Kind).ThenBy(p => p.Name).ThenBy(p => p.Id).Select(p => new PartnerRow(
                p.Id, p.Kind, p.Name, db.Communities.Where(c => c.Id == p.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", p.IsEnded,
                db.PartnerContacts.Where(c => c.PartnerId == p.Id).OrderBy(c => c.Position).Select(c => new ContactRow(c.Name, c.Role, c.Phone)).FirstOrDefault(),
                db.PartnerDates.Where(d => d.PartnerId == p.Id && !d.IsOver).Min(d => (DateOnly?)d.Day))).ToListAsync();
    }

    /// <summary>What somebody should see to now, the earliest first.</summary>
    public async Task<IReadOnlyList<PartnerDue>> DueAsync()
    {
        var today = db.Current.Today(clock);
        var names = db.Communities;
        var dates = await (
            from d in db.PartnerDates
            join p in db.Partners on d.PartnerId equals p.Id
            where !d.IsOver && !p.IsEnded && d.RemindOn <= today
            select new PartnerDue(p.Id, p.Name, names.Where(c => c.Id == p.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", d.Kind, d.What, d.Day)).ToListAsync();
        var soon = today.AddDays(PartnerAgreement.RemindDays);
        var ends = await (
            from a in db.PartnerAgreements
            join p in db.Partners on a.PartnerId equals p.Id
            where !a.IsEnded && !p.IsEnded && a.Until != null && a.Until <= soon
            select new PartnerDue(p.Id, p.Name, names.Where(c => c.Id == p.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", null, a.Title, a.Until!.Value)).ToListAsync();
        return [.. dates.Concat(ends).OrderBy(d => d.Day).ThenBy(d => d.Partner, StringComparer.Ordinal)];
    }

    /// <exception cref="NotFoundException">There is no such unit here.</exception>
    public async Task<PartnerDetails> FindAsync(Guid id, int page = 1)
    {
        var (today, soon) = (db.Current.Today(clock), db.Current.Today(clock).AddDays(PartnerAgreement.RemindDays));
        var partner = NotFoundException.Check(await db.Partners.AsNoTracking().Include(p => p.Contacts).FirstOrDefaultAsync(p => p.Id == id), id);
        return new PartnerDetails(
            id, partner.Kind, partner.Name, await db.Communities.Where(c => c.Id == partner.CommunityId).Select(c => c.Name).SingleAsync(), partner.Address, partner.Note, partner.IsEnded,
            [.. partner.Contacts.OrderBy(c => c.Position).Select(c => new ContactRow(c.Name, c.Role, c.Phone))],
            await db.PartnerDates.Where(d => d.PartnerId == id && !d.IsOver).OrderBy(d => d.Day).ThenBy(d => d.What).Select(d => new PartnerDateRow(d.Id, d.Kind, d.What, d.Day, d.EveryMonths, d.RemindDays, d.RemindOn <= today)).ToListAsync(),
            await db.PartnerAgreements.Where(a => a.PartnerId == id).OrderBy(a => a.IsEnded).ThenByDescending(a => a.From).ThenBy(a => a.Title).Select(a => new AgreementRow(a.Id, a.Title, a.From, a.Until, a.FileId, a.By, a.IsEnded, !a.IsEnded && a.Until != null && a.Until <= soon)).ToListAsync(),
            await db.PartnerEntries.Where(e => e.PartnerId == id).OrderByDescending(e => e.Day).ThenByDescending(e => e.At).Select(e => new PartnerEntryRow(e.Kind, e.Day, e.What, e.FileId, e.By, e.At)).ToPageAsync(page, 20));
    }
}
