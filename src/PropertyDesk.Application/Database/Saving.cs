using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Database;

/// <summary>Saving where somebody else may have been quicker.</summary>
internal static class Saving
{
    /// <exception cref="RuleViolation">Somebody else changed a row since it was read, or took a key that is unique: with <paramref name="refusal"/>.</exception>
    public static async Task SaveOrRefuseAsync(this DeskDbContext db, string refusal = "刚被他人更改，请刷新后再试。", CancellationToken cancel = default)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
        {
            db.ChangeTracker.Clear();
            throw new RuleViolation(refusal);
        }
    }

    /// <summary>Saves what fills an empty place; where somebody else did at the same moment, theirs stands.</summary>
    public static async Task SaveUnlessThereAsync(this DeskDbContext db)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The row that an earlier sending of the same form made; null for the first.</summary>
    /// <param name="same">It bears the form's id, which is unique.</param>
    public static Task<Guid?> EarlierAsync<T>(this DeskDbContext db, Expression<Func<T, bool>> same)
        where T : CompanyOwned => db.Set<T>().Where(same).Select(row => (Guid?)row.Id).FirstOrDefaultAsync();

    /// <summary>Saves a row once, however often its form was sent, at the same moment too.</summary>
    /// <returns>The row's id, or that of the row that was there first.</returns>
    public static async Task<Guid> SaveOnceAsync<T>(this DeskDbContext db, T row, Expression<Func<T, bool>> same)
        where T : CompanyOwned
    {
        db.Add(row);
        try
        {
            await db.SaveChangesAsync();
            return row.Id;
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            db.ChangeTracker.Clear();
            return await db.EarlierAsync(same) ?? throw new InvalidOperationException($"The {typeof(T).Name} that exists is not found.", error);
        }
    }
}
