using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Domain.Deliveries;

/// <summary>Reports that are sent on their days, to the staff.</summary>
public sealed partial class Delivery
{
    /// <summary>Brings a report to whom it was made for.</summary>
    /// <param name="community">Under which the message is kept; the report may be about others too.</param>
    public Delivery(Community community, ReportFile file, DeliveryRoute route, DeliveryText text, DateOnly day, DateTimeOffset now)
        : base(community)
    {
        (ReportFileId, RecipientName) = (file.Id, file.UserName);
        Queue($"{DeliveryKind.Report}:{file.Id:n}", DeliveryKind.Report, route, text, day, now);
    }

    /// <summary>The report that goes with it; null with every other message.</summary>
    public Guid? ReportFileId { get; private set; }
}
