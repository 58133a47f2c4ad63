using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;

namespace PropertyDesk.Application.DirectDebit;

/// <summary>Records, changes and ends owners' mandates. The account number goes in and only its last digits come out again.</summary>
public sealed class MandateRoom(DeskDbContext db, IPersonalDataCipher cipher, TimeProvider clock)
{
    /// <exception cref="RuleViolation">Something is missing, or the owner has one already.</exception>
    public async Task<Guid> AddAsync(Guid ownerId, MandateTerms terms, string? account)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId), ownerId);
        var mandate = new Mandate(owner, terms, Protect(account), db.Acting(clock));
        db.Add(mandate);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("{0} 已有一份有效的委托，请先终止它。", [owner.Name]);
        }

        return mandate.Id;
    }

    /// <param name="account">Empty keeps the account.</param>
    /// <exception cref="RuleViolation">It was ended, or the new terms are none.</exception>
    public Task ChangeAsync(Guid id, MandateTerms terms, string? account) =>
        ActAsync(id, mandate => mandate.Change(terms, string.IsNullOrWhiteSpace(account) ? null : Protect(account)));

    /// <summary>Nothing is collected by it from now on; a file that is out already is answered as it is.</summary>
    public Task EndAsync(Guid id) => ActAsync(id, mandate => mandate.End(db.Acting(clock)));

    private async Task ActAsync(Guid id, Action<Mandate> act)
    {
        act(NotFoundException.Check(await db.Mandates.FirstOrDefaultAsync(m => m.Id == id), id));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("这份委托刚被他人更改，请刷新后再试。");
        }
    }

    private ProtectedAccount Protect(string? account)
    {
        var digits = BankAccount.Clean(account);
        return new ProtectedAccount(cipher.Protect(digits), BankAccount.Tail(digits));
    }
}
