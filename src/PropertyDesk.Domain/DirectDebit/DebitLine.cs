using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Domain.DirectDebit;

/// <summary>What became of a line.</summary>
public enum DebitLineState
{
    /// <summary>待扣款: the bank has not answered.</summary>
    Waiting,

    /// <summary>已扣款待入账: the bank collected it; the next booking takes it.</summary>
    Collected,

    /// <summary>已入账</summary>
    Booked,

    /// <summary>扣款失败: its bills are free again.</summary>
    Failed,

    /// <summary>待判断: the bank's code is not described, or the books refused it; a person decides.</summary>
    Held,

    /// <summary>已移出, before the file went out.</summary>
    TakenOut,
}

/// <summary>What the bank says about a line.</summary>
/// <param name="Text">In the bank's own words.</param>
/// <param name="BankDate">On which it collected; null where it did not.</param>
public sealed record BankAnswer(string Code, string? Text, DateOnly? BankDate);

/// <summary>
/// One collection: an owner's bills, from the account of the mandate, in one amount. What the bank is told is frozen here.
/// The line's own id is the request id of its payment and its key the transaction's number: it is booked once.
/// </summary>
public sealed class DebitLine : CommunityOwned
{
    private readonly List<DebitLineBill> _bills = [];

    private DebitLine()
    {
    }

    public DebitLine(DebitBatch batch, DebitPart part)
        : base(part.Mandate)
    {
        (BatchId, Batch, OwnerId, MandateId) = (batch.Id, batch, part.Mandate.OwnerId, part.Mandate.Id);
        OwnerName = part.OwnerName;
        (Bank, AccountCipher, AccountTail) = (part.Mandate.Bank, part.Mandate.AccountCipher, part.Mandate.AccountTail);
        (Holder, AgreementNumber) = (part.Mandate.Holder, part.Mandate.AgreementNumber);
        _bills.AddRange(part.Bills.Select(bill => new DebitLineBill(this, bill)));
        Amount = Money.Sum(_bills.Select(b => b.Amount));
    }

    public Guid BatchId { get; private set; }

    public DebitBatch Batch { get; private set; } = null!;

    /// <summary>Place in the file, from 1; 0 until it goes out.</summary>
    public int Sequence { get; private set; }

    /// <summary>Our key in the bank's files; null until it goes out.</summary>
    public string? Key { get; private set; }

    public Guid OwnerId { get; private set; }

    public string OwnerName { get; private set; } = "";

    public Guid MandateId { get; private set; }

    public string Bank { get; private set; } = "";

    public string AccountCipher { get; private set; } = "";

    public string AccountTail { get; private set; } = "";

    public string Holder { get; private set; } = "";

    public string AgreementNumber { get; private set; } = "";

    public Money Amount { get; private set; }

    public DebitLineState State { get; private set; }

    public string? ResultCode { get; private set; }

    /// <summary>The bank's own words.</summary>
    public string? ResultText { get; private set; }

    /// <summary>Why it failed or is held, in plain words; of a booked one, what somebody has to look at.</summary>
    public string? Reason { get; private set; }

    public DateOnly? BankDate { get; private set; }

    /// <summary>The return file that spoke of it.</summary>
    public Guid? ReturnId { get; private set; }

    public Guid? PaymentId { get; private set; }

    public Payment? Payment { get; private set; }

    /// <summary>Booked, but its bills had been paid meanwhile: the money is in the purse and somebody has to see it.</summary>
    public bool IsCase { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecisionNote { get; private set; }

    public IReadOnlyList<DebitLineBill> Bills => _bills;

    public Guid Version { get; private set; }

    /// <summary>Places it in the file.</summary>
    public void Number(int batchNumber, int sequence) => (Sequence, Key, Version) = (sequence, LineKey.Of(batchNumber, sequence), Guid.NewGuid());

    /// <summary>Takes the bank's word.</summary>
    /// <param name="meaning">Of its code; null where nothing describes it: a person decides.</param>
    /// <returns>False: it is known already, and nothing changes.</returns>
    /// <exception cref="RuleViolation">The bank said otherwise before.</exception>
    public bool Hear(BankAnswer answer, ResultCode? meaning, DebitReturn file, DateTimeOffset now)
    {
        if (State is not (DebitLineState.Waiting or DebitLineState.Held))
        {
            return ResultCode == answer.Code
                ? false
                : throw new RuleViolation("第 {0} 行（{1}）已按结果代码 {2} 处理，回盘文件现在是 {3}，整个文件没有导入。", [Sequence, OwnerName, ResultCode ?? "—", answer.Code]);
        }

        if (State == DebitLineState.Held && ResultCode == answer.Code && meaning is null)
        {
            return false;
        }

        (ResultCode, ResultText, BankDate, ReturnId) = (answer.Code, Short(answer.Text), answer.BankDate, file.Id);
        Enter(meaning is null ? DebitLineState.Held : meaning.IsSuccess ? DebitLineState.Collected : DebitLineState.Failed, meaning is { IsSuccess: true } ? null : meaning?.Meaning);
        if (State == DebitLineState.Failed)
        {
            Release();
            DecidedAt = now;
        }

        return true;
    }

    /// <summary>The money is in the books, and the bills are free.</summary>
    /// <param name="payment">What of it no bill needed went into the purse, and somebody has to see that.</param>
    public void Book(Payment payment, string? seen)
    {
        (PaymentId, Payment, IsCase) = (payment.Id, payment, seen is not null);
        Enter(DebitLineState.Booked, seen);
        Release();
    }

    /// <summary>The books refused it: it waits for a person.</summary>
    public void Hold(string reason) => Enter(DebitLineState.Held, reason);

    /// <summary>A person found that the bank collected it: the next booking takes it.</summary>
    /// <exception cref="RuleViolation">It is not held, or the day is none on which the bank could.</exception>
    public void DecideCollected(DateOnly? bankDate, string? note, Requester by)
    {
        Decide(note, by);
        BankDate = bankDate >= Batch.ExportedOn && bankDate <= by.Today
            ? bankDate
            : throw new RuleViolation("扣款日期须在导出日 {0} 到今天之间。", [$"{Batch.ExportedOn:yyyy-MM-dd}"], "BankDate");
        Enter(DebitLineState.Collected, null);
    }

    /// <summary>A person found that the bank did not collect it.</summary>
    /// <exception cref="RuleViolation">It is not held.</exception>
    public void DecideFailed(string? note, Requester by)
    {
        Decide(note, by);
        Enter(DebitLineState.Failed, DecisionNote);
        Release();
    }

    /// <summary>Somebody saw that its money went into the purse.</summary>
    public void CloseCase(string? note, Requester by)
    {
        if (!IsCase)
        {
            throw new RuleViolation("这一行没有待处理的事项。");
        }

        (DecisionNote, IsCase) = (Require.Text(note, "处理说明", 200), false);
        (DecidedBy, DecidedAt, Version) = (by.Name, by.At, Guid.NewGuid());
    }

    /// <summary>Takes it out before the file goes out.</summary>
    public void TakeOut(Requester by)
    {
        Batch.RequireDraft();
        Enter(DebitLineState.TakenOut, null);
        (DecidedBy, DecidedAt) = (by.Name, by.At);
        Release();
    }

    /// <summary>Takes one bill out; the line with it, where it was the last.</summary>
    public void TakeOut(Guid billId, Requester by)
    {
        Batch.RequireDraft();
        foreach (var bill in _bills.Where(b => b.BillId == billId && b.HeldBillId is not null))
        {
            bill.Release();
        }

        var left = _bills.FindAll(b => b.HeldBillId is not null);
        if (left.Count == 0)
        {
            TakeOut(by);
            return;
        }

        (Amount, Version) = (Money.Sum(left.Select(b => b.Amount)), Guid.NewGuid());
    }

    private void Decide(string? note, Requester by)
    {
        if (State != DebitLineState.Held)
        {
            throw new RuleViolation("这一行已经处理过了。");
        }

        (DecisionNote, DecidedBy, DecidedAt) = (Require.Text(note, "处理说明", 100), by.Name, by.At);
    }

    private void Enter(DebitLineState state, string? reason) => (State, Reason, Version) = (state, Short(reason), Guid.NewGuid());

    private void Release()
    {
        foreach (var bill in _bills)
        {
            bill.Release();
        }
    }

    private static string? Short(string? text) => text is { Length: > 200 } ? text[..200] : text;
}
