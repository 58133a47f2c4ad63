using System.Collections.Concurrent;
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
    // A book is never deleted: asking once is enough for as long as the program runs.
    private static readonly ConcurrentDictionary<(Guid CommunityId, string Name), bool> Known = new();

    /// <summary>Makes the community's book if it has none yet. Outside of the booking: a lost race would spoil its transaction.</summary>
    public async Task EnsureBookAsync(Guid communityId)
    {
        if (Known.ContainsKey((communityId, name)))
        {
            return;
        }

        if (!await Book(communityId).AnyAsync())
        {
            await MakeBookAsync(communityId);
        }

        Known[(communityId, name)] = true;
    }

    /// <summary>The next number of the community's book, inside the booking transaction.</summary>
    public Task<int> TakeAsync(Guid communityId) => TakeAsync(communityId, 1, default);

    /// <summary>The next numbers in a row, inside the booking transaction.</summary>
    /// <returns>The last of them.</returns>
    public async Task<int> TakeAsync(Guid communityId, int count, CancellationToken cancel) =>
        await db.TakeNumbersAsync(communityId, name, count, cancel) ?? throw new InvalidOperationException($"The community {communityId} has no book {name}: prepare it first.");

    /// <summary>Holds the book until the transaction ends and takes no number: nobody else books in the community meanwhile.</summary>
    public Task HoldAsync(Guid communityId, CancellationToken cancel) =>
        Book(communityId).ExecuteUpdateAsync(set => set.SetProperty(b => b.LastNumber, b => b.LastNumber), cancel);

    private async Task MakeBookAsync(Guid communityId)
    {
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

    private IQueryable<ReceiptBook> Book(Guid communityId) =>
        db.ReceiptBooks.Where(b => b.CommunityId == communityId && b.Name == name);
}
