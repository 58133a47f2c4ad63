using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Deposits;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Application.Archive;

/// <summary>How many rows of a kind go, or stay.</summary>
public sealed record MergeCount(string Table, int Rows);

/// <summary>What a merge, or its undoing, would do.</summary>
/// <param name="Stays">Rows of which there can be one, and the other record has it.</param>
/// <param name="Blocks">Why it cannot be done now; in words.</param>
/// <param name="Bills">Open amounts of the bills that go.</param>
/// <param name="Notes">What else stays where it is; in words.</param>
public sealed record MergePreview(IReadOnlyList<MergeCount> Goes, IReadOnlyList<MergeCount> Stays, IReadOnlyList<string> Blocks, Money Bills, Money Prepaid, Money Held, IReadOnlyList<string> Notes);

/// <summary>
/// Makes two records of one person in one community one: a move with a record of it, not a pointer that everybody has to
/// follow. Documents of money keep the record they were made for; what is open goes, with a balanced entry.
/// </summary>
public sealed class MergeOwners(DeskDbContext db, PaymentBooking booking, TimeProvider clock)
{
    private readonly MergeRows _rows = new(db);
    private readonly MergeMoney _money = new(db, clock);

    /// <exception cref="NotFoundException">One of the records is not here.</exception>
    public async Task<MergePreview> PreviewAsync(Guid survivorId, Guid duplicateId)
    {
        var (survivor, duplicate) = (await FindAsync(survivorId), await FindAsync(duplicateId));
        var (found, purses) = (await _rows.FindAsync(duplicateId, survivorId), await PursesAsync(duplicateId));
        var going = found.FindAll(r => !r.Collides);
        var money = MergeMoney.Of(going, purses.Select(p => p.Balance));
        var blocks = await db.MergeBlocksAsync(survivor, duplicate);
        db.ChangeTracker.Clear();
        return new MergePreview(Counts(going), Counts(found.FindAll(r => r.Collides)), blocks, Money.Sum(money.Bills.Select(b => b.Amount)), money.Prepaid, money.Held, []);
    }

    /// <param name="requestId">Made with the form: sent twice, it is one merge.</param>
    /// <returns>The merge, or the one that an earlier sending made.</returns>
    /// <exception cref="RuleViolation">Something is under way, the two cannot be one, or no reason is given.</exception>
    /// <exception cref="NotFoundException">One of the records is not here.</exception>
    public async Task<Guid> RunAsync(Guid survivorId, Guid duplicateId, string? reason, Guid requestId)
    {
        if (await db.EarlierAsync<OwnerMerge>(m => m.RequestId == requestId) is { } earlier)
        {
            return earlier;
        }

        await booking.PrepareAsync((await FindAsync(survivorId)).CommunityId);
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var (survivor, duplicate) = await HoldAsync(survivorId, duplicateId);
        var merge = new OwnerMerge(survivor, duplicate, reason, requestId, db.Acting(clock));
        Refuse(await db.MergeBlocksAsync(survivor, duplicate));
        var (found, purses) = ((await _rows.FindAsync(duplicateId, survivorId)).FindAll(r => !r.Collides), await PursesAsync(duplicateId));
        db.Add(merge);
        foreach (var (@class, balance) in purses)
        {
            await _money.MoveAsync(merge, duplicate, survivor, @class, balance);
        }

        _money.Post(merge, JournalKind.OwnersMerged, duplicateId, survivorId, MergeMoney.Of(found, purses.Select(p => p.Balance)));
        foreach (var row in found)
        {
            merge.Moved(row.Row, string.Join(',', row.Columns), (row.Row as Bill)?.Version, row.Row switch { Bill bill => bill.Outstanding, Deposit deposit => deposit.Held, _ => Money.Zero });
            _rows.Give(row, duplicateId, survivorId);
        }

        TakeOver(merge, survivor, duplicate);
        db.Tell(survivor, OwnerChangeKind.Merged, null, duplicate.Name, clock);
        db.Tell(duplicate, OwnerChangeKind.Merged, duplicate.Name, survivor.Name, clock);
        await db.SaveOrRefuseAsync();
        await _rows.FollowBillsAsync([.. found.Where(r => r.Row is Bill).Select(r => r.Row.Id)], survivorId);
        await transaction.CommitAsync();
        return merge.Id;
    }

    /// <summary>What undoing would bring back, and what stays.</summary>
    /// <exception cref="NotFoundException">There is no such merge here.</exception>
    public async Task<MergePreview> PreviewUndoAsync(Guid mergeId)
    {
        var merge = await MergeAsync(mergeId);
        var plan = await PlanUndoAsync(merge);
        var blocks = await UndoBlocksAsync(merge);
        db.ChangeTracker.Clear();
        return new MergePreview(
            Counts(plan.Goes), Counts(plan.Stays), blocks, Money.Sum(plan.Money.Bills.Select(b => b.Amount)), plan.Money.Prepaid, plan.Money.Held, plan.Notes);
    }

    /// <summary>Gives back what was moved and is as it was; what was paid or spent since stays with the survivor.</summary>
    /// <exception cref="RuleViolation">It is undone already, or something is under way.</exception>
    public async Task UndoAsync(Guid mergeId)
    {
        var known = await MergeAsync(mergeId);
        await booking.PrepareAsync(known.CommunityId);
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var (survivor, duplicate) = await HoldAsync(known.SurvivorId, known.DuplicateId);
        var merge = await MergeAsync(mergeId);
        merge.Undo(db.Acting(clock));
        Refuse(await UndoBlocksAsync(merge));
        var plan = await PlanUndoAsync(merge);
        foreach (var (@class, amount, _) in plan.Purses)
        {
            await _money.MoveAsync(merge, survivor, duplicate, @class, amount);
        }

        _money.Post(merge, JournalKind.OwnersParted, survivor.Id, duplicate.Id, plan.Money);
        plan.Goes.ForEach(row => _rows.Give(row, survivor.Id, duplicate.Id));
        GiveBack(merge, survivor, duplicate);
        db.Tell(survivor, OwnerChangeKind.MergeUndone, null, duplicate.Name, clock);
        db.Tell(duplicate, OwnerChangeKind.MergeUndone, survivor.Name, duplicate.Name, clock);
        await db.SaveOrRefuseAsync();
        await _rows.FollowBillsAsync([.. plan.Goes.Where(r => r.Row is Bill).Select(r => r.Row.Id)], duplicate.Id);
        await transaction.CommitAsync();
    }

    private static List<MergeCount> Counts(IEnumerable<RowToMove> rows) => [.. rows.GroupBy(r => r.Row.GetType().Name).Select(g => new MergeCount(g.Key, g.Count())).OrderBy(c => c.Table, StringComparer.Ordinal)];

    private static void Refuse(IReadOnlyList<string> blocks)
    {
        if (blocks.Count > 0)
        {
            throw new RuleViolation("现在不能办理：{0}", [string.Join(' ', blocks)]);
        }
    }

    // Contact data that the survivor has none of; the duplicate keeps its own, for the day of an undoing.
    private static void TakeOver(OwnerMerge merge, Owner survivor, Owner duplicate)
    {
        string?[] taken =
        [
            survivor.Phone is null && duplicate.Phone is not null ? nameof(Owner.Phone) : null,
            survivor.Email is null && duplicate.Email is not null ? nameof(Owner.Email) : null,
            survivor.IdNumberCipher is null && duplicate.IdNumberCipher is not null ? nameof(Owner.IdNumberCipher) : null,
        ];
        if (taken.OfType<string>().ToList() is { Count: > 0 } columns)
        {
            merge.Moved(survivor, string.Join(',', columns), null, Money.Zero);
            survivor.SetContact(survivor.Phone ?? duplicate.Phone, survivor.Email ?? duplicate.Email);
            survivor.SetIdNumber(survivor.IdNumberCipher ?? duplicate.IdNumberCipher);
        }
    }

    private static void GiveBack(OwnerMerge merge, Owner survivor, Owner duplicate)
    {
        var taken = merge.Rows.FirstOrDefault(r => r.Table == nameof(Owner))?.Columns.Split(',') ?? [];
        bool IsBack(string column, string? has, string? had) => taken.Contains(column) && has == had;
        survivor.SetContact(
            IsBack(nameof(Owner.Phone), survivor.Phone, duplicate.Phone) ? null : survivor.Phone, IsBack(nameof(Owner.Email), survivor.Email, duplicate.Email) ? null : survivor.Email);
        survivor.SetIdNumber(IsBack(nameof(Owner.IdNumberCipher), survivor.IdNumberCipher, duplicate.IdNumberCipher) ? null : survivor.IdNumberCipher);
    }

    private async Task<UndoPlan> PlanUndoAsync(OwnerMerge merge)
    {
        var versions = merge.Rows.ToDictionary(r => r.RowId);
        var found = await _rows.FindAsync([.. merge.Rows], merge.SurvivorId, merge.DuplicateId);
        bool IsAsItWas(RowToMove row) => row.Row switch
        {
            Bill bill => bill.Version == versions[bill.Id].RowVersion,
            Deposit deposit => deposit.Held == versions[deposit.Id].Amount,
            _ => true,
        };
        var goes = found.FindAll(r => !r.Collides && IsAsItWas(r));
        var purses = await _money.BackAsync(merge);
        var back = purses.Where(p => !p.IsUsed).ToList();
        var touched = merge.Rows.Count(r => r.Table == nameof(Bill)) - goes.Count(r => r.Row is Bill);
        string?[] notes =
        [
            touched > 0 ? Texts.Of("{0} 张账单在合并后缴过或更正过，留在保留的档案。", touched) : null,
            .. purses.Where(p => p.IsUsed).Select(p => Texts.Of("{0} 的预存款 {1} 在合并后用过，留在保留的档案。", Words.Of(p.Class), p.Amount)),
        ];
        return new UndoPlan(goes, found.Except(goes).ToList(), back, MergeMoney.Of(goes, back.Select(p => p.Amount)), [.. notes.OfType<string>()]);
    }

    private async Task<IReadOnlyList<string>> UndoBlocksAsync(OwnerMerge merge)
    {
        var blocks = await db.MergeBlocksAsync(merge.Survivor, merge.Duplicate);
        return merge.Survivor.MergedIntoId is null ? blocks : [Texts.Of("{0} 已并入别的档案，请先撤销那一次合并。", merge.Survivor.Name), .. blocks];
    }

    private async Task<List<(Domain.Payments.PurseClass Class, Money Balance)>> PursesAsync(Guid ownerId) =>
        (await db.Purses.Where(p => p.OwnerId == ownerId && p.Balance.Fen != 0).OrderBy(p => p.Class).Select(p => new { p.Class, p.Balance }).ToListAsync()).ConvertAll(p => (p.Class, p.Balance));

    /// <summary>Nobody books in the community, then nobody changes the records, then the bills: the order of all who move money.</summary>
    private async Task<(Owner Survivor, Owner Duplicate)> HoldAsync(Guid survivorId, Guid duplicateId)
    {
        var community = await db.Owners.Where(o => o.Id == survivorId).Select(o => o.CommunityId).SingleAsync();
        await booking.HoldAsync(community);
        foreach (var id in new[] { survivorId, duplicateId }.Order())
        {
            await db.Owners.Where(o => o.Id == id).ExecuteUpdateAsync(set => set.SetProperty(o => o.Name, o => o.Name));
        }

        await db.Bills.Where(b => b.OwnerId == survivorId || b.OwnerId == duplicateId).LockAsync();
        return (await FindAsync(survivorId), await FindAsync(duplicateId));
    }

    private async Task<Owner> FindAsync(Guid id) => NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == id), id);

    private async Task<OwnerMerge> MergeAsync(Guid id) =>
        NotFoundException.Check(await db.OwnerMerges.Include(m => m.Rows).Include(m => m.Survivor).Include(m => m.Duplicate).FirstOrDefaultAsync(m => m.Id == id), id);

    private sealed record UndoPlan(
        List<RowToMove> Goes, List<RowToMove> Stays, List<(Domain.Payments.PurseClass Class, Money Amount, bool IsUsed)> Purses, Ledger.OwnerMoney Money, IReadOnlyList<string> Notes);
}
