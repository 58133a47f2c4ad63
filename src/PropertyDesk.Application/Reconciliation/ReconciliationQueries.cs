using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Reconciliation;

namespace PropertyDesk.Application.Reconciliation;

/// <summary>A day in the list.</summary>
public sealed record DayRow(Guid Id, MoneySource Source, DateOnly Day, int Count, int Matched, int Open, Money Theirs, Money Ours, Money Fee, string TakenBy, DateTimeOffset TakenAt, string? ClosedBy);

/// <summary>A day with its transactions, those to be decided first.</summary>
public sealed record DayDetails(DayRow Row, string FileName, string FileHash, IReadOnlyList<ItemRow> Items);

/// <summary>A transaction of a day.</summary>
/// <param name="IsOurOrder">The channel names an order of ours that is not booked.</param>
public sealed record ItemRow(
    Guid Id, ReconciliationKind Kind, string TransactionId, string OrderNumber, Money? Theirs, Money? Ours, DateTimeOffset? OccurredAt, Guid? PaymentId, string? Receipt, string? Owner,
    string? Decision, string? DecidedBy, bool NeedsDecision)
{
    /// <summary>What the statement says more than we booked; below zero where it says less.</summary>
    public Money Difference => (Theirs ?? Money.Zero) - (Ours ?? Money.Zero);

    /// <summary>It is in the books of a community already.</summary>
    public bool IsOfCommunity => Ours is not null;

    public bool IsOurOrder => Kind == ReconciliationKind.OnlyTheirs && Guid.TryParseExact(OrderNumber, "n", out _);
}

/// <summary>Money that waits for its owner.</summary>
public sealed record WaitingMoney(Guid Id, MoneySource Source, DateOnly Day, string TransactionId, Money Amount, string Community, string Reason, string PostedBy, DateTimeOffset PostedAt, bool CanBeClaimed, string? ReleasedBy, string? Release);

/// <summary>Reads reconciled days, and the money that waits.</summary>
public sealed class ReconciliationQueries(DeskDbContext db)
{
    /// <summary>Somebody else was quicker.</summary>
    internal const string Changed = "这一天的对账刚被他人更改，请刷新后再试。";

    /// <summary>Days that are open first, then the newest.</summary>
    public Task<Paged<DayRow>> ListAsync(int page = 1) => Rows(db.ReconciledDays.OrderBy(d => d.ClosedAt == null ? 0 : 1).ThenByDescending(d => d.Day).ThenBy(d => d.Source)).ToPageAsync(page);

    /// <exception cref="NotFoundException">There is no such day here.</exception>
    public async Task<DayDetails> FindAsync(Guid id)
    {
        var row = NotFoundException.Check(await Rows(db.ReconciledDays.Where(d => d.Id == id)).FirstOrDefaultAsync(), id);
        var day = await db.ReconciledDays.AsNoTracking().SingleAsync(d => d.Id == id);
        return new DayDetails(row, day.FileName, day.FileHash, await Items(db.ReconciliationItems.Where(i => i.DayId == id)
            .OrderBy(i => i.Kind == ReconciliationKind.Matched ? 1 : 0).ThenBy(i => i.Decision == null ? 0 : 1).ThenBy(i => i.OccurredAt).ThenBy(i => i.TransactionId)));
    }

    /// <exception cref="NotFoundException">There is no such transaction here.</exception>
    public async Task<(Guid DayId, MoneySource Source, ItemRow Item)> ItemAsync(Guid id)
    {
        var found = NotFoundException.Check((await Items(db.ReconciliationItems.Where(i => i.Id == id))).FirstOrDefault(), id);
        var day = await db.ReconciliationItems.Where(i => i.Id == id).Select(i => new { i.DayId, i.Day.Source }).SingleAsync();
        return (day.DayId, day.Source, found);
    }

    /// <summary>Money that waits, the oldest first.</summary>
    public Task<List<WaitingMoney>> WaitingAsync() => Waiting(db.DifferencePostings.Where(p => p.Account == Account.Suspense && p.ReleasedAt == null).OrderBy(p => p.PostedAt)).ToListAsync();

    /// <exception cref="NotFoundException">There is no such posting here.</exception>
    public async Task<WaitingMoney> WaitingAsync(Guid id) => NotFoundException.Check(await Waiting(db.DifferencePostings.Where(p => p.Id == id)).FirstOrDefaultAsync(), id);

    private IQueryable<WaitingMoney> Waiting(IQueryable<DifferencePosting> postings) => postings.AsNoTracking()
        .Join(db.Communities, p => p.CommunityId, c => c.Id, (p, c) => new { Posting = p, p.Item, p.Item.Day, Community = c.Name })
        .Select(x => new WaitingMoney(
            x.Posting.Id, x.Day.Source, x.Day.Day, x.Item.TransactionId, x.Posting.Amount, x.Community, x.Posting.Reason, x.Posting.PostedBy, x.Posting.PostedAt,
            x.Posting.Account == Account.Suspense && x.Posting.ReleasedAt == null && x.Posting.Amount.Fen > 0, x.Posting.ReleasedBy, x.Posting.Release));

    private async Task<List<ItemRow>> Items(IQueryable<ReconciliationItem> items) => (await items.AsNoTracking().Select(i => new
    {
        Item = i,
        Owner = i.Payment!.OwnerName,
        Receipt = db.Receipts.Where(r => r.PaymentId == i.PaymentId).Select(r => Domain.Payments.Receipt.Format(r.Book, r.Number)).FirstOrDefault(),
    }).ToListAsync()).ConvertAll(x => new ItemRow(
        x.Item.Id, x.Item.Kind, x.Item.TransactionId, x.Item.OrderNumber, x.Item.IsTheirs ? x.Item.Theirs : null, x.Item.PaymentId is null && x.Item.DepositId is null ? null : x.Item.Ours, x.Item.OccurredAt,
        x.Item.PaymentId, x.Receipt, x.Owner, x.Item.Decision, x.Item.DecidedBy, x.Item.NeedsDecision));

    private static IQueryable<DayRow> Rows(IQueryable<ReconciledDay> days) => days.AsNoTracking().Select(d => new DayRow(
        d.Id, d.Source, d.Day, d.Items.Count, d.Items.Count(i => i.Kind == ReconciliationKind.Matched), d.Items.Count(i => i.Kind != ReconciliationKind.Matched && i.Decision == null),
        new Money(d.Items.Sum(i => i.Theirs.Fen)), new Money(d.Items.Sum(i => i.Ours.Fen)), new Money(d.Items.Sum(i => i.Fee.Fen)), d.TakenBy, d.TakenAt, d.ClosedBy));
}
