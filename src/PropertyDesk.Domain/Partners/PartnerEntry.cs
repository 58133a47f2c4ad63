using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Files;

namespace PropertyDesk.Domain.Partners;

/// <summary>What went on with an outside unit.</summary>
public enum PartnerEntryKind
{
    /// <summary>收到函件</summary>
    LetterIn,

    /// <summary>发出函件</summary>
    LetterOut,

    /// <summary>电话</summary>
    Call,

    /// <summary>会议、走访</summary>
    Meeting,

    /// <summary>联合活动</summary>
    Activity,

    /// <summary>办妥约定: a date was kept.</summary>
    Kept,
}

/// <summary>One entry of what went on with an outside unit (往来记录); append only.</summary>
public sealed class PartnerEntry : CommunityOwned
{
    private PartnerEntry()
    {
    }

    /// <exception cref="RuleViolation">Nothing is said, or the day lies ahead.</exception>
    public PartnerEntry(Partner partner, PartnerEntryKind kind, DateOnly day, string? what, StoredFile? file, Guid requestId, Requester by)
        : base(partner)
    {
        if (day > by.Today)
        {
            throw new RuleViolation("日期不能在今天之后；以后的事请记为约定日期。", field: "Day");
        }

        (PartnerId, RequestId, Kind, Day) = (partner.Id, requestId, kind, day);
        (What, FileId, By, At) = (Require.Text(what, "内容", 1000), file?.Id, by.Name, by.At);
    }

    public Guid PartnerId { get; private set; }

    public Guid RequestId { get; private set; }

    public PartnerEntryKind Kind { get; private set; }

    public DateOnly Day { get; private set; }

    public string What { get; private set; } = "";

    public Guid? FileId { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
