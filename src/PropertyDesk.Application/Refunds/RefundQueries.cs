using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Channels;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;

namespace PropertyDesk.Application.Refunds;

/// <summary>A refund in a list.</summary>
/// <param name="Receipt">Of the payment that it refers to.</param>
/// <param name="RedReceipt">The red receipt that carried it out.</param>
public sealed record RefundRow(
    Guid Id, RefundKind Kind, RefundState State, Guid OwnerId, string Owner, Money Amount, string Reason, Guid? PaymentId, string? Receipt, Guid? RedPaymentId, string? RedReceipt,
    string RequestedBy, Guid? RequestedById, DateTimeOffset RequestedAt, string? DecidedBy, DateTimeOffset? DecidedAt, string? DecisionNote, string? CarriedOutBy, DateTimeOffset? CarriedOutAt,
    string? ChannelCode, string? ChannelText)
{
    /// <summary>What the channel said last, in words.</summary>
    public string? ChannelNote => ChannelWords.Of(ChannelCode, ChannelText);
}

/// <summary>A payment by a channel.</summary>
public sealed record OnlinePayment(Guid Id, string Receipt, DateOnly PaidOn, PaymentMethod Method, Money Amount);

/// <summary>Reads refunds.</summary>
public sealed class RefundQueries(DeskDbContext db)
{
    /// <summary>What somebody must do something about first, then the newest.</summary>
    public Task<Paged<RefundRow>> ListAsync(int page = 1) => Rows(db.Refunds
        .OrderBy(r => r.State == RefundState.Approved ? 0 : r.State == RefundState.Requested ? 1 : r.State == RefundState.Paying ? 2 : 3).ThenByDescending(r => r.RequestedAt)).ToPageAsync(page);

    /// <summary>Those that wait for a decision.</summary>
    public Task<List<RefundRow>> WaitingAsync() => Rows(db.Refunds.Where(r => r.State == RefundState.Requested).OrderBy(r => r.RequestedAt)).ToListAsync();

    /// <summary>The refunds of one payment, newest first.</summary>
    public Task<List<RefundRow>> OfPaymentAsync(Guid paymentId) =>
        Rows(db.Refunds.Where(r => r.PaymentId == paymentId || r.RedPaymentId == paymentId).OrderByDescending(r => r.RequestedAt)).ToListAsync();

    /// <exception cref="NotFoundException">There is no such refund here.</exception>
    public async Task<RefundRow> FindAsync(Guid id) => NotFoundException.Check(await Rows(db.Refunds.Where(r => r.Id == id)).FirstOrDefaultAsync(), id);

    /// <summary>What the owner has prepaid and may use, class by class, where it is not nothing.</summary>
    public async Task<IReadOnlyList<(PurseClass Class, Money Balance)>> PursesAsync(Guid ownerId) =>
        [.. (await db.Purses.AsNoTracking().Where(p => p.OwnerId == ownerId && p.Balance.Fen > p.Held.Fen).OrderBy(p => p.Class).ToListAsync()).Select(p => (p.Class, p.Available))];

    /// <summary>What the owner paid by a channel and nobody took back, newest first.</summary>
    public Task<List<OnlinePayment>> OnlineAsync(Guid ownerId) => db.Receipts
        .Where(r => r.Payment.OwnerId == ownerId && r.Payment.Amount.Fen > 0 && (r.Payment.Method == PaymentMethod.WeChatPay || r.Payment.Method == PaymentMethod.Alipay) && !db.Payments.Any(red => red.ReversesId == r.PaymentId))
        .OrderByDescending(r => r.Payment.PaidOn).Take(20)
        .Select(r => new OnlinePayment(r.PaymentId, Receipt.Format(r.Book, r.Number), r.Payment.PaidOn, r.Payment.Method, r.Payment.Amount)).ToListAsync();

    private IQueryable<RefundRow> Rows(IQueryable<Refund> refunds) => refunds.AsNoTracking().Select(r => new RefundRow(
        r.Id, r.Kind, r.State, r.OwnerId, r.OwnerName, r.Amount, r.Reason,
        r.PaymentId, db.Receipts.Where(x => x.PaymentId == r.PaymentId).Select(x => Receipt.Format(x.Book, x.Number)).FirstOrDefault(),
        r.RedPaymentId, db.Receipts.Where(x => x.PaymentId == r.RedPaymentId).Select(x => Receipt.Format(x.Book, x.Number)).FirstOrDefault(),
        r.RequestedBy, r.RequestedById, r.RequestedAt, r.DecidedBy, r.DecidedAt, r.DecisionNote, r.CarriedOutBy, r.CarriedOutAt, r.ChannelNote, r.ChannelNoteText));
}
