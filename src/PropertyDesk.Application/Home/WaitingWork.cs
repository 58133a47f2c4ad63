using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Calls;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Incidents;
using PropertyDesk.Application.Partners;
using PropertyDesk.Application.Patrols;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Application.Visitors;
using PropertyDesk.Application.WorkOrders;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Disputes;
using PropertyDesk.Domain.Dunning;
using PropertyDesk.Domain.Equipment;
using PropertyDesk.Domain.Invoices;
using PropertyDesk.Domain.PersonalData;
using PropertyDesk.Domain.Refunds;
using PropertyDesk.Domain.Shifts;

namespace PropertyDesk.Application.Home;

/// <summary>What can wait for somebody at the desk.</summary>
public enum WaitingKind
{
    /// <summary>工单</summary>
    Tickets,

    /// <summary>待派工单</summary>
    Unassigned,

    /// <summary>疑似集中故障: tickets that look like one failure, of which nobody has made one.</summary>
    Incidents,

    /// <summary>待回访</summary>
    FollowUps,

    /// <summary>待回电</summary>
    Calls,

    /// <summary>账单异议</summary>
    Disputes,

    /// <summary>到期的付款承诺</summary>
    Promises,

    /// <summary>待审批</summary>
    Approvals,

    /// <summary>待办理退款</summary>
    Refunds,

    /// <summary>待处理款项</summary>
    ChannelCases,

    /// <summary>待验收班次</summary>
    Shifts,

    /// <summary>发票申请</summary>
    Invoices,

    /// <summary>资料申请</summary>
    DataRequests,

    /// <summary>未送达的消息</summary>
    Deliveries,

    /// <summary>到期的保养</summary>
    Maintenance,

    /// <summary>外部单位约定: dates with outside units, and agreements that end.</summary>
    Partners,

    /// <summary>我的巡查: patrols of today that whoever looks walks.</summary>
    MyPatrols,

    /// <summary>今日巡查: of all.</summary>
    Patrols,

    /// <summary>部门工单: the next step is the own department's, or it is late.</summary>
    WorkOrders,

    /// <summary>今日访客</summary>
    Visitors,
}

/// <param name="Late">Of them, whose time is over.</param>
public sealed record Waiting(WaitingKind Kind, int Count, int Late);

/// <summary>
/// Counts what waits for whoever looks, as the rooms count it themselves where they do; a page asks only for the kinds that
/// the role handles. Approvals of the own requests are left out: another person decides them.
/// </summary>
public sealed class WaitingWork(DeskDbContext db, TicketQueries tickets, IncidentSigns incidents, CallQueries calls, PartnerQueries partners, PatrolQueries patrols, OrderQueries orders, VisitQueries visits, TimeProvider clock)
{
    /// <returns>The kinds of which something waits, what is late first.</returns>
    public async Task<IReadOnlyList<Waiting>> CountAsync(IEnumerable<WaitingKind> kinds)
    {
        var found = new List<Waiting>();
        QueueFigures? queue = null;
        foreach (var kind in kinds)
        {
            queue ??= kind is WaitingKind.Tickets or WaitingKind.Unassigned or WaitingKind.FollowUps ? await tickets.FiguresAsync() : null;
            var (count, late) = kind switch
            {
                WaitingKind.Tickets => (queue!.Open, queue.Late),
                WaitingKind.Unassigned => (queue!.Unassigned, 0),
                WaitingKind.FollowUps => (queue!.ToFollowUp + queue.Unsettled, 0),
                _ => await CountAsync(kind),
            };
            if (count > 0)
            {
                found.Add(new Waiting(kind, count, late));
            }
        }

        return [.. found.OrderBy(w => w.Late == 0)];
    }

    private async Task<(int Count, int Late)> CountAsync(WaitingKind kind)
    {
        var (today, me) = (db.Current.Today(clock), db.Current.UserId);
        switch (kind)
        {
            case WaitingKind.Incidents:
                return (await incidents.CountAsync(), 0);
            case WaitingKind.Calls:
                var telephone = await calls.CountsAsync();
                return (telephone.ToReturn, telephone.Late);
            case WaitingKind.Disputes:
                return (await db.Disputes.CountAsync(d => d.State == DisputeState.Open), 0);
            case WaitingKind.Promises:
                var promises = db.PaymentPromises.Where(p => p.State == PromiseState.Open && p.Until <= today);
                return (await promises.CountAsync(), await promises.CountAsync(p => p.Until < today));
            case WaitingKind.Approvals:
                return (await ApprovalsAsync(), 0);
            case WaitingKind.Refunds:
                return (await db.Refunds.CountAsync(r => r.State == RefundState.Approved), 0);
            case WaitingKind.ChannelCases:
                return (await db.ChannelCases.CountAsync(c => c.State == ChannelCaseState.Open), 0);
            case WaitingKind.Shifts:
                return (await db.Shifts.CountAsync(s => s.State == ShiftState.Counted && s.CashierId != me), 0);
            case WaitingKind.Invoices:
                return (await db.InvoiceRequests.CountAsync(r => r.State == InvoiceState.Requested), 0);
            case WaitingKind.DataRequests:
                return (await db.DataRequests.CountAsync(r => r.State == DataRequestState.Open), 0);
            case WaitingKind.Deliveries:
                var since = today.AddDays(-7);
                return (await db.Deliveries.CountAsync(d => d.Day >= since && (d.State == DeliveryState.Uncertain || d.State == DeliveryState.Failed)), 0);
            case WaitingKind.Maintenance:
                var due = db.MaintenanceTasks.Where(t => t.State == MaintenanceState.Due && t.DueOn <= today);
                return (await due.CountAsync(), await due.CountAsync(t => t.DueOn < today));
            case WaitingKind.Partners:
                var dates = await partners.DueAsync();
                return (dates.Count, dates.Count(d => d.Day < today));
            case WaitingKind.MyPatrols or WaitingKind.Patrols:
                return await patrols.DueAsync(mine: kind == WaitingKind.MyPatrols);
            case WaitingKind.WorkOrders:
                return await orders.WaitingAsync();
            case WaitingKind.Visitors:
                var gate = await visits.FiguresAsync();
                return (gate.Expected + gate.Inside, gate.Overdue);
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }

    // All that the page of approvals lists, but for the own.
    private async Task<int> ApprovalsAsync()
    {
        var (today, me) = (db.Current.Today(clock), db.Current.UserId);
        return await db.Undecided(today).CountAsync(r => r.RequestedById != me)
            + await db.Refunds.CountAsync(r => r.State == RefundState.Requested && r.RequestedById != me)
            + await db.PurseReleases.CountAsync(r => r.State == CorrectionState.Requested && r.RequestedById != me)
            + await db.Vacancies.CountAsync(v => v.State == VacancyState.Requested && v.RequestedById != me)
            + await db.BillRuns.CountAsync(r => r.SubmittedBy != null && r.ApprovedAt == null && (r.State == BillRunState.Draft || r.State == BillRunState.PartlyPublished) && r.SubmittedById != me);
    }
}
