using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;

namespace PropertyDesk.Application.DirectDebit;

/// <summary>A mandate; the account by its last digits.</summary>
public sealed record MandateRow(
    Guid Id, Guid OwnerId, string Owner, string Community, string Bank, string AccountTail, string Holder, string AgreementNumber, DateOnly From, DateOnly? To, Money? Limit,
    string RecordedBy, DateTimeOffset RecordedAt, string? EndedBy, DateTimeOffset? EndedAt)
{
    public string Account => BankAccount.Masked(AccountTail);

    public bool IsValidOn(DateOnly day) => EndedAt is null && From <= day && (To is null || To >= day);
}

/// <summary>An owner's mandate, and what the bank said lately.</summary>
/// <param name="Mandate">Null where the owner has none.</param>
public sealed record OwnerDebits(MandateRow? Mandate, IReadOnlyList<DebitLineRow> Lines);

/// <summary>Reads mandates.</summary>
public sealed class MandateQueries(DeskDbContext db)
{
    private const int Recent = 3;

    /// <summary>By owner; those that were ended only when asked for.</summary>
    /// <param name="find">A part of the owner's or holder's name, the agreement's number, the bank, or the account's last digits.</param>
    public Task<Paged<MandateRow>> ListAsync(string? find, bool withEnded, int page = 1)
    {
        var text = (find ?? "").Trim();
        return Rows(db.Mandates.Where(m => (withEnded || m.EndedAt == null)
            && (text == "" || m.Owner.Name.Contains(text) || m.Holder.Contains(text) || m.AgreementNumber.Contains(text) || m.Bank.Contains(text) || m.AccountTail == text))
            .OrderBy(m => m.EndedAt != null).ThenBy(m => m.Owner.Name).ThenBy(m => m.Id)).ToPageAsync(page);
    }

    /// <exception cref="NotFoundException">There is no such mandate here.</exception>
    public async Task<MandateRow> FindAsync(Guid id) => NotFoundException.Check(await Rows(db.Mandates.Where(m => m.Id == id)).FirstOrDefaultAsync(), id);

    /// <summary>What the desk tells an owner about it.</summary>
    public async Task<OwnerDebits> OfOwnerAsync(Guid ownerId) => new(
        await Rows(db.Mandates.Where(m => m.CurrentOwnerId == ownerId)).FirstOrDefaultAsync(),
        await DebitQueries.Rows(db, db.DebitLines.Where(l => l.OwnerId == ownerId && l.State != DebitLineState.TakenOut).OrderByDescending(l => l.Batch.MadeAt).Take(Recent)).ToListAsync());

    private IQueryable<MandateRow> Rows(IQueryable<Mandate> mandates) => mandates.AsNoTracking().Select(m => new MandateRow(
        m.Id, m.OwnerId, m.Owner.Name, db.Communities.Where(c => c.Id == m.CommunityId).Select(c => c.Name).FirstOrDefault() ?? "", m.Bank, m.AccountTail, m.Holder, m.AgreementNumber,
        m.From, m.To, m.IsLimited ? m.Limit : null, m.RecordedBy, m.RecordedAt, m.EndedBy, m.EndedAt));
}
