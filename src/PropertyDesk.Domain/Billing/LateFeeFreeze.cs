namespace PropertyDesk.Domain.Billing;

/// <summary>Days on which a bill, or one line of it, earns no late fee.</summary>
public sealed class LateFeeFreeze : CommunityOwned
{
    private LateFeeFreeze()
    {
    }

    /// <param name="line">Null for the whole bill.</param>
    public LateFeeFreeze(Bill bill, BillLine? line, FreezeReason reason, string? note, DateOnly from, string by)
        : base(bill)
    {
        (BillId, BillLineId, Reason, From, FrozenBy) = (bill.Id, line?.Id, reason, from, by);
        Note = Require.OptionalText(note, "说明", 500);
        OpenOf = line is null ? bill.Id : null;
    }

    public Guid BillId { get; private set; }

    public Guid? BillLineId { get; private set; }

    /// <summary>The bill, while it is frozen as a whole: one freeze at a time, so that ending it ends all of it.</summary>
    public Guid? OpenOf { get; private set; }

    public FreezeReason Reason { get; private set; }

    public string? Note { get; private set; }

    /// <summary>First day that does not count.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day that does not count; null while it goes on.</summary>
    public DateOnly? To { get; private set; }

    public string FrozenBy { get; private set; } = "";

    public string? EndedBy { get; private set; }

    /// <summary>The fee goes on from the day after.</summary>
    public void End(DateOnly to, string by)
    {
        if (To is not null)
        {
            throw new RuleViolation("这次冻结已于 {0} 结束。", [To]);
        }

        (To, EndedBy, OpenOf) = (Require.NotBefore(to, From), by, null);
    }
}
