using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Domain.Accounts;

/// <summary>What has happened with the code printed on one bill: wrong answers, and the account that was opened with it.</summary>
public sealed class BillOpening : CommunityOwned
{
    /// <summary>Wrong answers in a row after which the code rests.</summary>
    public const int WrongBeforeRest = 5;

    /// <summary>Wrong answers after which it opens nothing any more: the desk gives a new way.</summary>
    public const int MostWrong = 20;

    public static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    private BillOpening()
    {
    }

    public BillOpening(Bill bill)
        : base(bill) => (BillId, Version) = (bill.Id, Guid.NewGuid());

    public Guid BillId { get; private set; }

    public int WrongAnswers { get; private set; }

    public DateTimeOffset? RestsUntil { get; private set; }

    /// <summary>When an account was opened with it.</summary>
    public DateTimeOffset? ClaimedAt { get; private set; }

    /// <summary>Changes with every change: of two answers at once, both are counted.</summary>
    public Guid Version { get; private set; }

    /// <summary>Whether an answer is listened to at all.</summary>
    /// <param name="endsWithClaim">The company's rule: opening an account ends the code.</param>
    public bool Listens(bool endsWithClaim, DateTimeOffset now) =>
        WrongAnswers < MostWrong && !(RestsUntil > now) && !(endsWithClaim && ClaimedAt is not null);

    public void CountWrong(DateTimeOffset now)
    {
        WrongAnswers++;
        Version = Guid.NewGuid();
        if (WrongAnswers % WrongBeforeRest == 0)
        {
            RestsUntil = now + Rest;
        }
    }

    public void Claim(DateTimeOffset now) => (ClaimedAt, Version) = (ClaimedAt ?? now, Guid.NewGuid());
}
