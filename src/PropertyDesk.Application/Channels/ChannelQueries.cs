using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;

namespace PropertyDesk.Application.Channels;

/// <summary>An online order in a list.</summary>
/// <param name="ProblemCode">What the channel said last when something went wrong; <see cref="Problem"/> in words.</param>
/// <param name="NeedsPayer">WeChat has not said yet who pays.</param>
public sealed record OrderRow(
    Guid Id, ChannelKind Kind, ChannelWay Way, ChannelOrderState State, Guid OwnerId, string Owner, Money Amount, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string? PayAddress, string? ProblemCode, string? ProblemText,
    bool NeedsPayer, int Checks, string? TransactionId, DateTimeOffset? PaidAt, Guid? PaymentId, string? Receipt)
{
    public bool IsPending => State is ChannelOrderState.Created or ChannelOrderState.Offered;

    public string? Problem => ChannelWords.Of(ProblemCode, ProblemText);

    /// <summary>The money came and waits for somebody's decision.</summary>
    public bool IsHeld => ProblemCode == ChannelWords.Held;
}

/// <summary>Reads online orders and what could not be booked.</summary>
public sealed class ChannelQueries(DeskDbContext db)
{
    /// <summary>Newest first.</summary>
    /// <param name="unpaidOnly">Only those that are pending or failed.</param>
    public Task<Paged<OrderRow>> OrdersAsync(bool unpaidOnly, int page = 1) =>
        Rows(db.ChannelOrders.Where(o => !unpaidOnly || o.State != ChannelOrderState.Paid).OrderByDescending(o => o.CreatedAt)).ToPageAsync(page);

    /// <summary>What one owner tried lately, newest first.</summary>
    public Task<List<OrderRow>> OfOwnerAsync(Guid ownerId, DateTimeOffset since) =>
        Rows(db.ChannelOrders.Where(o => o.OwnerId == ownerId && o.CreatedAt >= since).OrderByDescending(o => o.CreatedAt).Take(10)).ToListAsync();

    /// <exception cref="NotFoundException">There is no such order here.</exception>
    public async Task<OrderRow> FindAsync(Guid id) => NotFoundException.Check(await Rows(db.ChannelOrders.Where(o => o.Id == id)).FirstOrDefaultAsync(), id);

    /// <summary>An order of the owner who looks.</summary>
    /// <exception cref="NotFoundException">There is none, or it is somebody else's.</exception>
    public async Task<OrderRow> MineAsync(Guid id) =>
        NotFoundException.Check(await Rows(db.ChannelOrders.Where(o => o.Id == id && db.Current.ActsForOwnerIds.Contains(o.OwnerId))).FirstOrDefaultAsync(), id);

    /// <summary>Open cases first, then the newest.</summary>
    public Task<Paged<ChannelCase>> CasesAsync(int page = 1) => db.ChannelCases.AsNoTracking()
        .OrderBy(c => c.State == ChannelCaseState.Open ? 0 : 1).ThenByDescending(c => c.OpenedAt).ToPageAsync(page);

    public Task<int> OpenCasesAsync() => db.ChannelCases.CountAsync(c => c.State == ChannelCaseState.Open);

    /// <exception cref="NotFoundException">There is no such case here.</exception>
    public async Task<ChannelCase> CaseAsync(Guid id) => NotFoundException.Check(await db.ChannelCases.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id), id);

    private IQueryable<OrderRow> Rows(IQueryable<ChannelOrder> orders) => orders.AsNoTracking().Select(o => new OrderRow(
        o.Id, o.Kind, o.Way, o.State, o.OwnerId, o.OwnerName, o.Amount, o.CreatedAt, o.ExpiresAt, o.PayAddress, o.LastProblem, o.LastProblemText,
        o.Way == ChannelWay.Jsapi && o.PayerId == null, o.Checks, o.TransactionId, o.PaidAt, o.PaymentId,
        db.Receipts.Where(r => r.PaymentId == o.PaymentId).Select(r => Domain.Payments.Receipt.Format(r.Book, r.Number)).FirstOrDefault()));
}
