using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Domain.Dunning;

/// <summary>Why a bill is not paid (欠费原因), as it was heard at a contact; the last one of a bill holds.</summary>
public sealed class ArrearsNote : CommunityOwned
{
    private ArrearsNote()
    {
    }

    public ArrearsNote(Bill bill, ArrearsReason reason, string? text, Requester by)
        : base(bill)
    {
        (BillId, Reason, By, At) = (bill.Id, reason, by.Name, by.At);
        Text = reason == ArrearsReason.Other && string.IsNullOrWhiteSpace(text)
            ? throw new RuleViolation("请写明其他原因。", field: "ReasonText")
            : Require.OptionalText(text, "原因", 200);
    }

    public Guid BillId { get; private set; }

    public Bill Bill { get; private set; } = null!;

    public ArrearsReason Reason { get; private set; }

    public string? Text { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

public enum ArrearsReason
{
    /// <summary>房屋空置</summary>
    Vacant,

    /// <summary>对服务不满</summary>
    ServiceDispute,

    /// <summary>报修未解决</summary>
    RepairNotDone,

    /// <summary>经济困难</summary>
    Hardship,

    /// <summary>忘记缴费</summary>
    Forgot,

    /// <summary>业主迁走</summary>
    MovedAway,

    /// <summary>诉讼中</summary>
    Lawsuit,

    /// <summary>其他</summary>
    Other,
}
