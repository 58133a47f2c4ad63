using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Files;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Domain.Dunning;

/// <summary>催款函: what was demanded of an owner on a day, frozen as it was printed.</summary>
public sealed class DemandLetter : CommunityOwned
{
    private readonly List<DemandedBill> _bills = [];

    private DemandLetter()
    {
    }

    /// <param name="number">Of the community's letters, from 1.</param>
    public DemandLetter(DunningContact contact, int number, Bill first, DateOnly payBy, Requester by)
        : base(contact)
    {
        (ContactId, OwnerId, OwnerName, Number) = (contact.Id, contact.OwnerId, first.OwnerName, number);
        (UnitId, UnitCode) = (first.UnitId, first.UnitCode);
        (IssuedOn, PayBy, By, At) = (by.Today, payBy, by.Name, by.At);
    }

    public Guid ContactId { get; private set; }

    public DunningContact Contact { get; private set; } = null!;

    public Guid OwnerId { get; private set; }

    public Owner Owner { get; private set; } = null!;

    public string OwnerName { get; private set; } = "";

    /// <summary>Where it is brought: the unit of the oldest bill.</summary>
    public Guid UnitId { get; private set; }

    public Communities.Unit Unit { get; private set; } = null!;

    public string UnitCode { get; private set; } = "";

    public int Number { get; private set; }

    public DateOnly IssuedOn { get; private set; }

    public DateOnly PayBy { get; private set; }

    public Money Amount { get; private set; }

    /// <summary>违约金 to the day of the letter.</summary>
    public Money LateFee { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public IReadOnlyList<DemandedBill> Bills => _bills;

    /// <summary>How it was delivered; null while that is not recorded.</summary>
    public LetterProof? Proof { get; private set; }

    public Money Total => Amount + LateFee;

    public void Add(Bill bill, Money open, Money lateFee)
    {
        _bills.Add(new DemandedBill(this, bill, open, lateFee));
        (Amount, LateFee) = (Amount + open, LateFee + lateFee);
    }
}

/// <summary>A bill as a letter demands it.</summary>
public sealed class DemandedBill : CommunityOwned
{
    private DemandedBill()
    {
    }

    internal DemandedBill(DemandLetter letter, Bill bill, Money open, Money lateFee)
        : base(letter) => (LetterId, BillId, Number, UnitCode, Period, DueOn, Open, LateFee) =
            (letter.Id, bill.Id, bill.Number, bill.UnitCode, bill.Period, bill.DueOn!.Value, open, lateFee);

    public Guid LetterId { get; private set; }

    public Guid BillId { get; private set; }

    public string Number { get; private set; } = "";

    public string UnitCode { get; private set; } = "";

    public BillingMonth Period { get; private set; }

    public DateOnly DueOn { get; private set; }

    public Money Open { get; private set; }

    public Money LateFee { get; private set; }
}

/// <summary>Proof that a letter was delivered; once for a letter.</summary>
public sealed class LetterProof : CommunityOwned
{
    private LetterProof()
    {
    }

    /// <exception cref="RuleViolation">The post's number or the photo that proves it is missing, or the day cannot be.</exception>
    public LetterProof(DemandLetter letter, LetterWay way, DateOnly on, string? postNumber, StoredFile? file, string? note, Requester by)
        : base(letter)
    {
        if (on < letter.IssuedOn || on > by.Today)
        {
            throw new RuleViolation("送达日期须在发函日 {0} 到今天之间。", [$"{letter.IssuedOn:yyyy-MM-dd}"], "On");
        }

        PostNumber = way == LetterWay.RegisteredPost ? Needed(postNumber) : null;
        if (way != LetterWay.RegisteredPost && file is null)
        {
            throw new RuleViolation("请上传签收单或张贴现场的照片。", field: "File");
        }

        (LetterId, Way, On, FileId, Note) = (letter.Id, way, on, file?.Id, Require.OptionalText(note, "说明", 500));
        (By, At) = (by.Name, by.At);
    }

    public Guid LetterId { get; private set; }

    public LetterWay Way { get; private set; }

    public DateOnly On { get; private set; }

    public string? PostNumber { get; private set; }

    public Guid? FileId { get; private set; }

    public string? Note { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    private static string Needed(string? number) => string.IsNullOrWhiteSpace(number)
        ? throw new RuleViolation("请填写挂号信或快递单号。", field: "PostNumber")
        : Require.Text(number, "单号", 60);
}

public enum LetterWay
{
    /// <summary>挂号信或快递</summary>
    RegisteredPost,

    /// <summary>当面签收</summary>
    HandedOver,

    /// <summary>张贴送达</summary>
    Posted,
}
