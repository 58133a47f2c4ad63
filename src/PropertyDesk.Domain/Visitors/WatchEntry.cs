using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Visitors;

/// <summary>By what somebody is recognised; at least one of them.</summary>
/// <param name="PhoneTail">The last digits of a phone number, at least four.</param>
/// <param name="Until">Last day; null until it is ended.</param>
public sealed record WatchFacts(string? Name, string? Plate, string? PhoneTail, string? Reason, DateOnly? Until);

/// <summary>
/// Somebody whom the gate looks at twice (关注名单). Any one mark that fits is a hit: a person who gives a false name still drives
/// the same car, and what is no danger is let in with a reason.
/// </summary>
public sealed class WatchEntry : CommunityOwned
{
    private const int ShortestTail = 4;

    private WatchEntry()
    {
    }

    /// <param name="requestId">Made with the form: sent twice, it is one entry.</param>
    /// <exception cref="RuleViolation">There is no mark or no reason, the tail is too short, or the last day is over.</exception>
    public WatchEntry(Community community, Guid requestId, WatchFacts facts, string by, DateOnly today)
        : base(community)
    {
        (Name, Plate) = (Require.OptionalText(facts.Name, "姓名", 40), VisitorMarks.Plate(facts.Plate));
        var tail = facts.PhoneTail is null ? "" : string.Concat(facts.PhoneTail.Where(char.IsAsciiDigit));
        if (tail.Length is (> 0 and < ShortestTail) or > 20)
        {
            throw new RuleViolation("手机尾号至少 {0} 位。", [ShortestTail], "PhoneTail");
        }

        PhoneTail = tail.Length == 0 ? null : tail;
        if ((Name, Plate, PhoneTail) is (null, null, null))
        {
            throw new RuleViolation("姓名、车牌、手机尾号至少填一项。", field: "Name");
        }

        if (facts.Until < today)
        {
            throw new RuleViolation("截止日已经过去。", field: "Until");
        }

        (RequestId, Reason, Until, By, AddedOn) = (requestId, Require.Text(facts.Reason, "原因", 200), facts.Until, by, today);
    }

    /// <summary>Unique in the company.</summary>
    public Guid RequestId { get; private set; }

    public string? Name { get; private set; }

    public string? Plate { get; private set; }

    public string? PhoneTail { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Last day, inclusive; afterwards the entry is erased.</summary>
    public DateOnly? Until { get; private set; }

    public string By { get; private set; } = "";

    public DateOnly AddedOn { get; private set; }

    /// <summary>Whether a visitor bears one of the marks.</summary>
    /// <param name="phone">Digits.</param>
    /// <param name="plate">As <see cref="VisitorMarks.Plate"/> writes it.</param>
    public bool Fits(string name, string? phone, string? plate) =>
        (Name is not null && Name == name) || (Plate is not null && Plate == plate) || (PhoneTail is not null && phone?.EndsWith(PhoneTail, StringComparison.Ordinal) == true);
}
