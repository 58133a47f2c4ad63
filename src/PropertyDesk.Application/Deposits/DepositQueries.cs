using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Deposits;

namespace PropertyDesk.Application.Deposits;

/// <summary>A deposit in the list.</summary>
public sealed record DepositRow(Guid Id, Guid OwnerId, string Owner, string Purpose, Money Amount, Money Held, DateOnly? RefundedOn);

/// <summary>Reads deposits.</summary>
public sealed class DepositQueries(DeskDbContext db)
{
    /// <summary>Those still held first, then the newest.</summary>
    public Task<Paged<DepositRow>> ListAsync(bool heldOnly, int page) => db.Deposits.Where(d => !heldOnly || d.Held.Fen > 0)
        .OrderBy(d => d.Held.Fen == 0).ThenByDescending(d => d.Id)
        .Select(d => new DepositRow(d.Id, d.OwnerId, d.OwnerName, d.Purpose, d.Amount, d.Held, d.RefundedOn)).AsNoTracking().ToPageAsync(page);

    /// <summary>All that is held.</summary>
    public async Task<Money> HeldAsync() => new(await db.Deposits.SumAsync(d => d.Held.Fen));

    /// <exception cref="NotFoundException">There is no such deposit here.</exception>
    public async Task<Deposit> FindAsync(Guid id) => NotFoundException.Check(
        await db.Deposits.Include(d => d.Entries.OrderBy(e => e.At)).AsSplitQuery().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id), id);
}
