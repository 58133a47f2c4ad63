using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Payments;

/// <summary>
/// Gap-free numbers: taking one locks the community's book until the booking transaction ends, so a failed booking gives
/// its number back, and the clerks of a community book one after the other.
/// </summary>
internal sealed class ReceiptNumbers(DeskDbContext db, string name = ReceiptBook.Standard)
{
    /// <summary>Makes the community's book if it has none yet. Outside of the booking: a lost race would spoil its transaction.</summary>
    public async Task EnsureBookAsync(Guid communityId)
    {
        if (await Book(communityId).AnyAsync())
        {
            return;
        }

        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        try
        {
            await db.BulkInsertAsync([new ReceiptBook(community, name)]);
        }
        catch (DbException error) when (db.IsUniqueViolation(error))
        {
            // Another clerk made the same book a moment ago: it is the one to use.
        }
    }

    /// <summary>The next number of the community's book, inside the booking transaction.</summary>
    public Task<int> TakeAsync(Guid communityId) => TakeAsync(communityId, 1, default);

    /// <summary>The next numbers in a row, inside the booking transaction.</summary>
    /// <returns>The last of them.</returns>
    public async Task<int> TakeAsync(Guid communityId, int count, CancellationToken cancel)
    {
        await Book(communityId).ExecuteUpdateAsync(set => set.SetProperty(b => b.LastNumber, b => b.LastNumber + count), cancel);
        return await Book(communityId).Select(b => b.LastNumber).SingleAsync(cancel);
    }

    /// <summary>Holds the book until the transaction ends and takes no number: nobody else books in the community meanwhile.</summary>
    public Task HoldAsync(Guid communityId, CancellationToken cancel) =>
        Book(communityId).ExecuteUpdateAsync(set => set.SetProperty(b => b.LastNumber, b => b.LastNumber), cancel);

    private IQueryable<ReceiptBook> Book(Guid communityId) =>
        db.ReceiptBooks.Where(b => b.CommunityId == communityId && b.Name == name);
}
