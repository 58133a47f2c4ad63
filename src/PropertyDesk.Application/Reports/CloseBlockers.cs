using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Reconciliation;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Application.Reports;

/// <summary>What stands in the way of closing the month's books, as it is now.</summary>
public sealed class CloseBlockers(DeskDbContext db)
{
    private static readonly OmissionReason[] MeterGaps = [OmissionReason.NoReading, OmissionReason.NoOpeningReading, OmissionReason.ReadingLower, OmissionReason.NoSharedReading];

    public async Task<FigureTable> TableAsync(FigureChoice choice, CancellationToken cancel = default)
    {
        var month = BillingMonth.Of(choice.AsOf);
        var (community, end) = (choice.CommunityId, db.Current.StartOf(month.Next.FirstDay));
        var runs = await db.BillRuns.CountAsync(r => (r.State == BillRunState.Draft || r.State == BillRunState.PartlyPublished) && r.Period <= month && (community == null || r.CommunityId == community), cancel);
        var gaps = await db.BillOmissions.CountAsync(o => MeterGaps.Contains(o.Reason) && db.BillRuns.Any(r => r.Id == o.BillRunId && r.Period == month) && (community == null || o.CommunityId == community), cancel);
        var shifts = await db.Shifts.CountAsync(s => s.State != ShiftState.Accepted && s.OpenedAt < end && (community == null || s.CommunityId == community), cancel);
        var lines = await db.ReconciliationItems.CountAsync(i => i.Kind != ReconciliationKind.Matched && i.Decision == null, cancel);
        var cases = await db.ChannelCases.CountAsync(c => c.State == ChannelCaseState.Open, cancel);
        var requests = await db.CorrectionRequests.CountAsync(r => r.State == CorrectionState.Requested && (community == null || r.CommunityId == community), cancel);
        var alarms = await db.AuditAlarms.CountAsync(a => a.EndedAt == null, cancel);
        (string Name, int Count, string Link)[] rows =
        [
            (Texts.Of("未发布的账单批次"), runs, "/BillRuns"), (Texts.Of("缺读数的收费"), gaps, "/Meters"), (Texts.Of("未交接的班次"), shifts, "/Shifts"), (Texts.Of("渠道对账差异未处理"), lines, "/Reconciliation"),
            (Texts.Of("待处理的线上款项"), cases, "/OnlinePayments/Cases"), (Texts.Of("待审批的更正"), requests, "/Approvals"), (Texts.Of("账实核对不符"), alarms, "/Ledger"),
        ];
        return new FigureTable(
            Texts.Of("{0} 关账还差什么", month), [Texts.Of("事项"), Texts.Of("数量")],
            [.. rows.Select(r => new FigureRow([r.Name, r.Count], r.Link))],
            [Texts.Of("按现在的状态；渠道和核对不分小区。全部为 0 时可以关账。")]);
    }
}
