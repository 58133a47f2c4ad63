using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Files;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Domain.Invoices;

/// <summary>
/// An owner asks for an invoice (发票) for a receipt. Issuing happens outside, in the tax office's system; here stands what was
/// asked for and what came of it. The database lets one request for a receipt live: a waiting one, or one that was issued.
/// </summary>
public sealed class InvoiceRequest : CommunityOwned
{
    private InvoiceRequest()
    {
    }

    /// <param name="receipt">With its payment and payer.</param>
    /// <param name="amount">What was paid and did not go back.</param>
    /// <exception cref="RuleViolation">Nothing of it is left, or the receipt is for money that went back.</exception>
    public InvoiceRequest(Receipt receipt, Money amount, InvoiceTitle title, Requester by)
        : base(receipt)
    {
        Amount = amount > Money.Zero ? amount : throw new RuleViolation("这张收据的钱已退回，不能开发票。");
        (ReceiptId, Receipt, LiveReceiptId) = (receipt.Id, receipt, receipt.Id);
        (OwnerId, Owner) = (receipt.Payment.OwnerId, receipt.Payment.Owner);
        (TitleKind, Title, TaxNumber, Email) = (title.Kind, title.Name, title.TaxNumber, title.Email);
        (RequestedBy, RequestedAt) = (by.Name, by.At);
    }

    public Guid ReceiptId { get; private set; }

    public Receipt Receipt { get; private set; } = null!;

    /// <summary>The receipt while the request waits or was issued, then null: makes it unique.</summary>
    public Guid? LiveReceiptId { get; private set; }

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public InvoiceTitleKind TitleKind { get; private set; }

    public string Title { get; private set; } = "";

    public string? TaxNumber { get; private set; }

    public string Email { get; private set; } = "";

    public Money Amount { get; private set; }

    public InvoiceState State { get; private set; }

    public string RequestedBy { get; private set; } = "";

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>发票号码 as the tax office gave it.</summary>
    public string? Number { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    public Guid? FileId { get; private set; }

    public StoredFile? File { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; private set; }

    public string? ClosedBy { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Changes with every change: two people cannot end it at once.</summary>
    public Guid Version { get; private set; }

    /// <param name="file">The invoice itself, as PDF or OFD.</param>
    /// <exception cref="RuleViolation">It is no longer waiting, or number or date cannot be right.</exception>
    public void Issue(string? number, DateOnly on, StoredFile file, Requester by)
    {
        RequireWaiting();
        var text = number?.Trim() ?? "";
        // Paper invoices have 8 digits, fully digital ones 20.
        Number = text.Length is >= 8 and <= 20 && text.All(char.IsAsciiDigit)
            ? text
            : throw new RuleViolation("发票号码应为 8 到 20 位数字。", field: "Number");
        IssuedOn = on <= by.Today && on >= by.Today.AddYears(-1) ? on : throw new RuleViolation("开票日期应在最近一年内，且不晚于今天。", field: "IssuedOn");
        (FileId, File) = (file.Id, file);
        Close(InvoiceState.Issued, by);
    }

    /// <exception cref="RuleViolation">It is no longer waiting, or no reason is given.</exception>
    public void Refuse(string? reason, Requester by)
    {
        RequireWaiting();
        Reason = (reason?.Trim() ?? "") is { Length: > 0 and <= 200 } text ? text : throw new RuleViolation("请填写不能开票的原因，最多 200 个字。", field: "Reason");
        LiveReceiptId = null;
        Close(InvoiceState.Refused, by);
    }

    /// <summary>Who asked takes it back.</summary>
    public void Withdraw(Requester by)
    {
        RequireWaiting();
        LiveReceiptId = null;
        Close(InvoiceState.Withdrawn, by);
    }

    private void Close(InvoiceState state, Requester by) => (State, ClosedBy, ClosedAt, Version) = (state, by.Name, by.At, Guid.NewGuid());

    private void RequireWaiting()
    {
        if (State != InvoiceState.Requested)
        {
            throw new RuleViolation("这份发票申请已经处理过了。");
        }
    }
}
