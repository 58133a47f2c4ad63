using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Application.Shifts;

/// <summary>A shift in the list.</summary>
public sealed record ShiftRow(
    Guid Id, Guid CommunityId, string Community, Guid CashierId, string Cashier, DateTimeOffset OpenedAt, ShiftState State, Money Float, Money Expected, Money Counted, DateTimeOffset? CountedAt,
    string? Reason, string? AcceptedBy, DateTimeOffset? AcceptedAt, string Pieces, string? SentBackBecause, string? SentBackBy)
{
    public Money Difference => Counted - Expected;
}

/// <summary>A shift with what came in and went out of it.</summary>
/// <param name="Till">As it stands now.</param>
public sealed record ShiftDetails(ShiftRow Row, TillCount Till, IReadOnlyList<MethodSum> Methods, int Receipts, string? FirstReceipt, string? LastReceipt, IReadOnlyList<DepositRow> Deposits)
{
    /// <summary>What a paper proves: slips, transfers and codes, in the order of their receipts. Handed over with the cash.</summary>
    public IReadOnlyList<SlipRow> Slips { get; init; } = [];

    /// <summary>押金 that was taken and given back in this shift: no income, and yet in the till or on slips.</summary>
    public IReadOnlyList<HeldRow> Held { get; init; } = [];

    /// <summary>Of <see cref="Held"/> what is in the till.</summary>
    public Money HeldCash => Money.Sum(Held.Where(h => h.Method == PaymentMethod.Cash).Select(h => h.Amount));

    /// <summary>Receipts that were taken back in this shift, with the red ones.</summary>
    public IReadOnlyList<VoidRow> Voids { get; init; } = [];
}

/// <summary>Money of a receipt that a number proves; of money that went back below zero.</summary>
public sealed record SlipRow(Guid PaymentId, string Receipt, string Owner, PaymentMethod Method, string Reference, Money Amount);

/// <summary>A deposit (押金) that was taken, or below zero given back.</summary>
/// <param name="Receipt">Empty where none was made out.</param>
public sealed record HeldRow(Guid DepositId, string Receipt, string Owner, PaymentMethod Method, string? Reference, Money Amount);

/// <summary>A receipt that was taken back.</summary>
public sealed record VoidRow(Guid PaymentId, string Receipt, string Red, string Owner, Money Amount);

/// <summary>Cash taken to the bank.</summary>
public sealed record DepositRow(DateTimeOffset At, string By, Money Amount, string? Reference);

/// <summary>Reads shifts.</summary>
public sealed class ShiftQueries(DeskDbContext db, ShiftRoom room)
{
    public Task<Paged<ShiftRow>> ListAsync(int page = 1) => Rows(db.Shifts.OrderBy(s => s.State == ShiftState.Open ? 0 : s.State == ShiftState.Counted ? 1 : 2).ThenByDescending(s => s.OpenedAt)).ToPageAsync(page);

    /// <summary>The open shifts of whoever asks.</summary>
    public Task<List<ShiftRow>> OwnAsync() => Rows(db.Shifts.Where(s => s.CashierId == db.Current.UserId && s.State == ShiftState.Open)).ToListAsync();

    /// <exception cref="NotFoundException">There is no such shift here.</exception>
    public async Task<ShiftDetails> FindAsync(Guid id)
    {
        var row = NotFoundException.Check(await Rows(db.Shifts.Where(s => s.Id == id)).FirstOrDefaultAsync(), id);
        var till = await room.TillAsync(await db.Shifts.AsNoTracking().SingleAsync(s => s.Id == id));
        var sums = await db.PaymentTenders.Where(t => t.Payment.ShiftId == id).GroupBy(t => t.Method).Select(g => new { g.Key, Count = g.Count(), Fen = g.Sum(t => t.Amount.Fen) }).ToListAsync();
        var receipts = await db.Receipts.Where(r => r.Payment.ShiftId == id).OrderBy(r => r.Number).Select(r => new { r.Book, r.Number }).ToListAsync();
        var deposits = await db.BankDeposits.Where(d => d.ShiftId == id).OrderBy(d => d.DepositedAt).Select(d => new DepositRow(d.DepositedAt, d.DepositedBy, d.Amount, d.Reference)).ToListAsync();
        var slips = await db.PaymentTenders.Where(t => t.Payment.ShiftId == id && t.Reference != null)
            .Join(db.Receipts, t => t.PaymentId, r => r.PaymentId, (t, r) => new { t, r.Book, r.Number }).OrderBy(x => x.t.Method).ThenBy(x => x.Number)
            .Select(x => new { x.t.PaymentId, x.Book, x.Number, x.t.Payment.OwnerName, x.t.Method, x.t.Reference, x.t.Amount }).ToListAsync();
        var held = await db.DepositEntries.Where(e => e.ShiftId == id && e.Method != null).OrderBy(e => e.At).ThenBy(e => e.Id)
            .Select(e => new { e.DepositId, e.Number, e.Deposit.OwnerName, Method = e.Method!.Value, e.Reference, e.Amount }).ToListAsync();
        var voids = await db.Receipts.Where(red => red.Payment.ShiftId == id && red.Payment.ReversesId != null)
            .Join(db.Receipts, red => red.Payment.ReversesId, r => r.PaymentId, (red, r) => new { red, r }).OrderBy(x => x.red.Number)
            .Select(x => new { x.r.PaymentId, x.r.Book, x.r.Number, RedBook = x.red.Book, RedNumber = x.red.Number, x.r.Payment.OwnerName, x.r.Payment.Amount }).ToListAsync();
        return new ShiftDetails(
            row, till, [.. sums.OrderBy(s => s.Key).Select(s => new MethodSum(s.Key, s.Count, new Money(s.Fen)))], receipts.Count,
            receipts.Count > 0 ? Receipt.Format(receipts[0].Book, receipts[0].Number) : null, receipts.Count > 0 ? Receipt.Format(receipts[^1].Book, receipts[^1].Number) : null, deposits)
        {
            Slips = slips.ConvertAll(s => new SlipRow(s.PaymentId, Receipt.Format(s.Book, s.Number), s.OwnerName, s.Method, s.Reference!, s.Amount)),
            Held = held.ConvertAll(h => new HeldRow(h.DepositId, h.Number is { } number ? Receipt.Format(ReceiptBook.Deposits, number) : "", h.OwnerName, h.Method, h.Reference, h.Amount)),
            Voids = voids.ConvertAll(v => new VoidRow(v.PaymentId, Receipt.Format(v.Book, v.Number), Receipt.Format(v.RedBook, v.RedNumber), v.OwnerName, v.Amount)),
        };
    }

    private IQueryable<ShiftRow> Rows(IQueryable<Shift> shifts) => shifts.AsNoTracking().Select(s => new ShiftRow(
        s.Id, s.CommunityId, db.Communities.Where(c => c.Id == s.CommunityId).Select(c => c.Name).First(), s.CashierId, s.CashierName, s.OpenedAt, s.State, s.Float, s.Expected, s.Counted, s.CountedAt,
        s.Reason, s.AcceptedBy, s.AcceptedAt, s.Pieces, s.SentBackBecause, s.SentBackBy));
}
