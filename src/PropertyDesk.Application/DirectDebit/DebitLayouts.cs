using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;

namespace PropertyDesk.Application.DirectDebit;

/// <summary>A layout in a list.</summary>
public sealed record DebitLayoutRow(Guid Id, string Name, string MerchantNumber, string Purpose);

/// <summary>The company's file layouts.</summary>
public sealed class DebitLayouts(DeskDbContext db)
{
    public Task<List<DebitLayoutRow>> ListAsync() =>
        db.DebitLayouts.OrderBy(l => l.Name).Select(l => new DebitLayoutRow(l.Id, l.Name, l.MerchantNumber, l.Purpose)).ToListAsync();

    /// <exception cref="NotFoundException">There is no such layout here.</exception>
    public async Task<DebitLayout> FindAsync(Guid id) => NotFoundException.Check(await db.DebitLayouts.AsNoTracking().FirstOrDefaultAsync(l => l.Id == id), id);

    /// <exception cref="RuleViolation">Something is missing, or the name is taken.</exception>
    public async Task<Guid> AddAsync(string? name, string? merchantNumber, string? purpose, DebitFormat format)
    {
        var layout = new DebitLayout(await db.Companies.SingleAsync(c => c.Id == db.Current.Require()), name, merchantNumber, purpose, format);
        db.Add(layout);
        await SaveAsync(layout.Name);
        return layout.Id;
    }

    /// <summary>Files that went out stay as they are; return files are read as it says from now on.</summary>
    /// <exception cref="RuleViolation">The format cannot be written, or the name is taken.</exception>
    public async Task ChangeAsync(Guid id, string? name, string? merchantNumber, string? purpose, DebitFormat format)
    {
        var layout = NotFoundException.Check(await db.DebitLayouts.FirstOrDefaultAsync(l => l.Id == id), id);
        layout.Change(name, merchantNumber, purpose, format);
        await SaveAsync(layout.Name);
    }

    private async Task SaveAsync(string name)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            throw new RuleViolation("已有名为“{0}”的格式，或它刚被他人更改。", [name], "Name");
        }
    }
}
