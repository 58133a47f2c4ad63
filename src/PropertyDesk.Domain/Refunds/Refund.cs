using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Domain.Refunds;

/// <summary>
/// Money that goes back to a payer (退款单; rules of the money, section 5): asked for, approved by another person, then
/// carried out once, with a red receipt. It refers to the payment where it takes one back. A cashier's mistake is voided
/// without approval while the shift is open.
/// </summary>
public sealed class Refund : CommunityOwned
{
    private Refund()
    {
    }

    private Refund(Owner payer, RefundKind kind, Money amount, string? reason, Requester by)
        : base(payer)
    {
        (OwnerId, Owner, OwnerName, Kind) = (payer.Id, payer, payer.Name, kind);
        Amount = amount > Money.Zero ? amount : throw new RuleViolation("退款金额须大于 0。", field: "Amount");
        Reason = Require.Text(reason, "退款原因", 200);
        (RequestedById, RequestedBy, RequestedAt) = (by.Id, by.Name, by.At);
    }

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public string OwnerName { get; private set; } = "";

    public RefundKind Kind { get; private set; }

    public Money Amount { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>The payment that is taken back; of prepaid money that came by a channel, the payment it came with.</summary>
    public Guid? PaymentId { get; private set; }

    public Payment? Payment { get; private set; }

    /// <summary>The payment, as long as this takes it back as a whole or is asked to: once, so that it goes back once.</summary>
    public Guid? ReversalOf { get; private set; }

    /// <summary>Of prepaid money: makes the request unique.</summary>
    public Guid? RequestId { get; private set; }

    /// <summary>Of prepaid money.</summary>
    public PurseClass Class { get; private set; }

    public RefundState State { get; private set; }

    public Guid? RequestedById { get; private set; }

    public string RequestedBy { get; private set; } = "";

    public DateTimeOffset RequestedAt { get; private set; }

    public Guid? DecidedById { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecisionNote { get; private set; }

    /// <summary>What the channel answered last, where it gives the money back: its code.</summary>
    public string? ChannelNote { get; private set; }

    /// <summary>The channel's own words to it.</summary>
    public string? ChannelNoteText { get; private set; }

    /// <summary>How often the channel ended it without giving anything: each further try needs a number of its own.</summary>
    public int ChannelTries { get; private set; }

    /// <summary>When to ask the channel next about a refund under way.</summary>
    public DateTimeOffset? NextCheckAt { get; private set; }

    /// <summary>The purse that holds <see cref="Held"/> while the channel is asked: what it has given, the books must be able to take out.</summary>
    public Guid? HeldPurseId { get; private set; }

    public Purse? HeldPurse { get; private set; }

    public Money Held { get; private set; }

    /// <summary>The payment below zero that carried it out.</summary>
    public Guid? RedPaymentId { get; private set; }

    public Payment? RedPayment { get; private set; }

    public string? CarriedOutBy { get; private set; }

    public DateTimeOffset? CarriedOutAt { get; private set; }

    /// <summary>Changes with every change: two people cannot decide or pay at once.</summary>
    public Guid Version { get; private set; }

    /// <summary>How the channel knows it: another number after each try that it ended.</summary>
    public string ChannelNumber => ChannelTries == 0 ? $"{Id:n}" : $"{Id:n}-{ChannelTries}";

    public bool IsOpen => State is RefundState.Requested or RefundState.Approved or RefundState.Paying;

    /// <summary>The refund of which a channel speaks; null where the number is none of ours.</summary>
    public static Guid? IdOf(string? channelNumber) => Guid.TryParseExact(channelNumber?.Split('-')[0], "n", out var id) ? id : null;

    /// <summary>Asks to take a payment back as a whole.</summary>
    /// <exception cref="RuleViolation">It is itself money that went back, or no reason is given.</exception>
    public static Refund OfPayment(Payment taken, RefundKind kind, string? reason, Requester by) => taken.Amount > Money.Zero
        ? new Refund(taken.Owner, kind, taken.Amount, reason, by) { PaymentId = taken.Id, Payment = taken, ReversalOf = taken.Id }
        : throw new RuleViolation("红字收据不能再冲销，请重新收款。");

    /// <summary>Asks to give prepaid money back.</summary>
    /// <param name="requestId">Made when the page is opened.</param>
    /// <param name="taken">The payment by a channel through which it goes back; null where the desk gives it.</param>
    /// <exception cref="RuleViolation">It is more than the purse holds, or than was paid by that payment.</exception>
    public static Refund OfPurse(Guid requestId, Owner payer, Purse purse, Money amount, Payment? taken, string? reason, Requester by)
    {
        if (amount > purse.Available)
        {
            throw new RuleViolation("预存款余额 {0}，不够 {1}。", [purse.Available, amount], "Amount");
        }

        if (taken is not null && amount > taken.Amount)
        {
            throw new RuleViolation("原路退回不能超过原收款 {0}。", [taken.Amount], "Amount");
        }

        return new Refund(payer, RefundKind.Prepaid, amount, reason, by) { RequestId = requestId, Class = purse.Class, PaymentId = taken?.Id, Payment = taken };
    }

    /// <exception cref="RuleViolation">What comes with the same request id says something else.</exception>
    public void RequireSame(Owner payer, PurseClass @class, Money amount, Guid? paymentId)
    {
        if ((OwnerId, Class, Amount, PaymentId) != (payer.Id, @class, amount, paymentId))
        {
            throw new RuleViolation("这次提交已申请退款 {0}，但内容与那次不同，请重新打开退款页。", [Amount]);
        }
    }

    /// <exception cref="RuleViolation">Decided already, or asked for by the same person.</exception>
    public void Approve(Requester by, string? note)
    {
        FourEyes.Require(RequestedById, by.Id);
        Decide(RefundState.Approved, by, note);
    }

    public void Reject(Requester by, string? note) => Decide(RefundState.Rejected, by, Require.Text(note, "驳回理由", 200));

    /// <summary>Whoever asked takes it back, as long as no money moved.</summary>
    public void Withdraw(Requester by)
    {
        if (by.Id != RequestedById)
        {
            throw new RuleViolation("只有申请人可以撤回申请。");
        }

        if (State == RefundState.Approved)
        {
            (State, ReversalOf, Version) = (RefundState.Withdrawn, null, Guid.NewGuid());
            return;
        }

        Decide(RefundState.Withdrawn, by, null);
    }

    /// <summary>The channel is asked to give the money back; it may be asked again, for it gives it once.</summary>
    public void AskChannel(Requester by)
    {
        RequirePayable();
        (State, CarriedOutBy, Version) = (RefundState.Paying, by.Name, Guid.NewGuid());
        NextCheckAt = by.At.AddMinutes(1);
    }

    /// <summary>Sets aside in the purse what the booking will take out of it, before the channel is asked.</summary>
    /// <exception cref="RuleViolation">The purse has less.</exception>
    public void Hold(Purse purse, Money amount)
    {
        purse.Hold(amount);
        (HeldPurseId, HeldPurse, Held) = (purse.Id, purse, Held + amount);
    }

    /// <summary>Gives back to the purse what was set aside.</summary>
    public void LetGo()
    {
        if (HeldPurseId is not null)
        {
            (HeldPurse ?? throw new InvalidOperationException("The purse of a refund is read with it.")).LetGo(Held);
            (HeldPurseId, HeldPurse, Held) = (null, null, Money.Zero);
        }
    }

    /// <summary>The channel gave nothing: it can be tried again, or given back in another way.</summary>
    /// <param name="code">The channel's.</param>
    /// <param name="text">Its own words.</param>
    /// <param name="isEnded">The channel took the number and ended it: the next try needs another.</param>
    public void ChannelRefused(string code, string? text, bool isEnded = false)
    {
        if (State is not (RefundState.Paying or RefundState.Approved))
        {
            return;
        }

        LetGo();
        ChannelSaid(code, text);
        (State, NextCheckAt, ChannelTries) = (RefundState.Approved, null, ChannelTries + (isEnded ? 1 : 0));
    }

    /// <summary>The channel has not given it yet, and says why.</summary>
    public void ChannelSaid(string code, string? text) =>
        (ChannelNote, ChannelNoteText, Version) = (code.Length > 64 ? code[..64] : code, text is { Length: > 200 } ? text[..200] : text, Guid.NewGuid());

    /// <summary>The channel was asked and the money is still under way: it is asked again after as long as it has taken so far, at least a minute and at most a day.</summary>
    public void ChannelChecked(DateTimeOffset now)
    {
        var since = now - (DecidedAt ?? RequestedAt);
        var pause = since < TimeSpan.FromMinutes(1) ? TimeSpan.FromMinutes(1) : since > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : since;
        (NextCheckAt, Version) = (now + pause, Guid.NewGuid());
    }

    /// <summary>The money went back.</summary>
    /// <exception cref="RuleViolation">Not approved, or carried out already.</exception>
    public void CarriedOut(Payment red, Requester by)
    {
        if (Kind != RefundKind.Void)
        {
            RequirePayable();
        }

        (State, RedPaymentId, RedPayment) = (RefundState.Done, red.Id, red);
        (ChannelNote, ChannelNoteText, NextCheckAt) = (null, null, null);
        (CarriedOutBy, CarriedOutAt, Version) = (CarriedOutBy ?? by.Name, by.At, Guid.NewGuid());
    }

    private void RequirePayable()
    {
        if (State is not (RefundState.Approved or RefundState.Paying))
        {
            throw new RuleViolation(State == RefundState.Done ? "这笔退款已经办理过了。" : "这笔退款还没有批准，或已撤回。");
        }
    }

    private void Decide(RefundState state, Requester by, string? note)
    {
        if (State != RefundState.Requested)
        {
            throw new RuleViolation("这份申请已经处理过了。");
        }

        (State, DecidedById, DecidedBy, DecidedAt) = (state, by.Id, by.Name, by.At);
        ReversalOf = state == RefundState.Approved ? ReversalOf : null;
        (DecisionNote, Version) = (Require.OptionalText(note, "审批意见", 200), Guid.NewGuid());
    }
}
