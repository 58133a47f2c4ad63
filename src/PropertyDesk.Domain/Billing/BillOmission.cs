using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Billing;

/// <summary>A charge that a run left out, and why, so that somebody can mend it.</summary>
public sealed class BillOmission : CommunityOwned
{
    private BillOmission()
    {
    }

    public BillOmission(BillRun run, ChargeAssignment assignment, ChargeItem item, Unit unit, OmissionReason reason)
        : base(run)
    {
        (BillRunId, ChargeAssignmentId, ChargeItemId, UnitId) = (run.Id, assignment.Id, item.Id, unit.Id);
        (ItemName, UnitCode, Reason) = (item.Name, unit.Code, reason);
    }

    public Guid BillRunId { get; private set; }

    public Guid ChargeAssignmentId { get; private set; }

    public Guid ChargeItemId { get; private set; }

    public Guid UnitId { get; private set; }

    public string ItemName { get; private set; } = "";

    public string UnitCode { get; private set; } = "";

    public OmissionReason Reason { get; private set; }
}
