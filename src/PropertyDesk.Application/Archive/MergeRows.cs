using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Dunning;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Purses;
using PropertyDesk.Domain.Refunds;

namespace PropertyDesk.Application.Archive;

/// <summary>A row that names one owner record and could name the other.</summary>
/// <param name="Columns">Those that name it.</param>
/// <param name="Collides">The other record has such a row already, and there can be one.</param>
internal sealed record RowToMove(CompanyOwned Row, IReadOnlyList<string> Columns, bool Collides);

/// <summary>
/// Finds, by the model itself, every row that refers to an owner record, so that no table is forgotten; and gives rows from
/// one record to another.
/// </summary>
internal sealed class MergeRows(DeskDbContext db)
{
    // Documents of money are append only: they, and what the books say of them, keep the record that they were made for.
    // Purses move by an entry of their own; the history of a record is that record's.
    private static readonly Type[] Kept =
    [
        typeof(Owner), typeof(OwnerMerge), typeof(OwnerChange), typeof(Purse), typeof(Payment), typeof(PurseUse), typeof(PurseRelease), typeof(PurseConsent), typeof(Refund), typeof(DebitLine), typeof(DemandLetter),
    ];

    private static readonly MethodInfo Load = typeof(MergeRows).GetMethod(nameof(LoadAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>Every row that may go; tracked, so that moving it is one save.</summary>
    public async Task<List<RowToMove>> FindAsync(Guid from, Guid to)
    {
        var found = new List<RowToMove>();
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(CompanyOwned)) && !Kept.Contains(t.ClrType)))
        {
            if (LinksOf(type) is { Count: > 0 } columns)
            {
                var (mine, others) = (await RowsAsync(type, columns, from), await RowsAsync(type, columns, to));
                found.AddRange(mine.Where(MayGo).Select(row => new RowToMove(row, [.. columns.Where(c => Equals(Value(type, c, row), from))], Collides(type, columns, row, others, from, to))));
            }
        }

        return await WithoutBilledTwiceAsync(found, to);
    }

    /// <summary>Those of the rows that still name a record, and would fit with another.</summary>
    public async Task<List<RowToMove>> FindAsync(IReadOnlyCollection<MergedRow> moved, Guid from, Guid to)
    {
        var ids = moved.ToDictionary(m => m.RowId, m => m.Columns.Split(','));
        var rows = await FindAsync(from, to);
        return [.. rows.Where(r => ids.ContainsKey(r.Row.Id)).Select(r => r with { Columns = [.. r.Columns.Intersect(ids[r.Row.Id], StringComparer.Ordinal)] }).Where(r => r.Columns.Count > 0)];
    }

    /// <summary>Gives a row to the other record; the caller saves.</summary>
    public void Give(RowToMove row, Guid from, Guid to)
    {
        var entry = db.Entry(row.Row);
        foreach (var column in row.Columns)
        {
            entry.Property(column).CurrentValue = to;
        }

        if (row.Row is DunningContact contact)
        {
            entry.Property(nameof(DunningContact.Slot)).CurrentValue = Slot(contact, from, to);
        }
    }

    /// <summary>The lines and credits of bills repeat whose they are.</summary>
    public async Task FollowBillsAsync(IReadOnlyCollection<Guid> bills, Guid to)
    {
        await db.BillLines.Where(l => bills.Contains(l.BillId)).ExecuteUpdateAsync(set => set.SetProperty(l => l.OwnerId, to));
        await db.BillCredits.Where(c => bills.Contains(c.BillId)).ExecuteUpdateAsync(set => set.SetProperty(c => c.OwnerId, to));
    }

    private static List<string> LinksOf(IEntityType type) =>
        [.. type.GetForeignKeys().Where(f => f.PrincipalEntityType.ClrType == typeof(Owner)).Select(f => f.Properties[1].Name).Distinct().Order(StringComparer.Ordinal)];

    // Of bills only what is open: the others are history, with their receipts.
    private static bool MayGo(CompanyOwned row) => row is not Bill bill || (bill.IssuedOn is not null && !bill.Outstanding.IsZero);

    private static object? Value(IEntityType type, string property, object row) => type.FindProperty(property)!.GetGetter().GetClrValue(row);

    private static string? Slot(DunningContact contact, Guid from, Guid to) => contact.Slot?.Replace(from.ToString("n"), to.ToString("n"), StringComparison.Ordinal);

    private static bool Collides(IEntityType type, List<string> columns, CompanyOwned row, List<CompanyOwned> others, Guid from, Guid to)
    {
        if (row is DunningContact { Slot: not null } contact && others.Exists(o => ((DunningContact)o).Slot == Slot(contact, from, to)))
        {
            return true;
        }

        return type.GetIndexes().Where(i => i.IsUnique && i.Properties.Any(p => columns.Contains(p.Name))).Any(index =>
        {
            var key = index.Properties.Select(p => Value(type, p.Name, row)).Select(v => Equals(v, from) ? to : v).ToList();
            return !key.Contains(null) && others.Exists(o => index.Properties.Select(p => Value(type, p.Name, o)).SequenceEqual(key));
        });
    }

    // A bill whose charge was billed to the other record too, for the same month, stays: a charge is billed to somebody once.
    private async Task<List<RowToMove>> WithoutBilledTwiceAsync(List<RowToMove> found, Guid to)
    {
        var bills = found.Where(r => r.Row is Bill).Select(r => r.Row.Id).ToList();
        var twice = await db.BillLines.Where(l => bills.Contains(l.BillId) && db.BillLines.Any(o => o.OwnerId == to && o.SourceId == l.SourceId && o.Period == l.Period && o.Revision == l.Revision))
            .Select(l => l.BillId).Distinct().ToListAsync();
        return found.ConvertAll(r => r with { Collides = r.Collides || twice.Contains(r.Row.Id) });
    }

    private Task<List<CompanyOwned>> RowsAsync(IEntityType type, List<string> columns, Guid owner) => (Task<List<CompanyOwned>>)Load.MakeGenericMethod(type.ClrType).Invoke(this, [type, columns, owner])!;

    private async Task<List<CompanyOwned>> LoadAsync<T>(IEntityType type, List<string> columns, Guid owner)
        where T : CompanyOwned
    {
        var row = Expression.Parameter(typeof(T), "row");
        Expression<Func<Guid>> wanted = () => owner;
        var any = columns.Select(column =>
        {
            var property = type.FindProperty(column)!;
            var value = Expression.Call(typeof(EF), nameof(EF.Property), [property.ClrType], row, Expression.Constant(column));
            return (Expression)Expression.Equal(value, Expression.Convert(wanted.Body, property.ClrType));
        }).Aggregate(Expression.OrElse);
        return [.. await db.Set<T>().Where(Expression.Lambda<Func<T, bool>>(any, row)).ToListAsync()];
    }
}
