using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Home;

namespace PropertyDesk.Web.Hosting;

/// <summary>What can wait, for whom, and where it is done.</summary>
public static class WaitingPages
{
    /// <summary>What whoever has no start page of figures is told of on the page that they begin with.</summary>
    public static readonly WaitingKind[] OnThePhone = [WaitingKind.MyPatrols, WaitingKind.WorkOrders];

    /// <summary>The order is the order of a day.</summary>
    private static readonly (WaitingKind Kind, Permission For, string Page)[] Work =
    [
        (WaitingKind.Tickets, Permission.HandleTickets, "/Tickets/Index"),
        (WaitingKind.Unassigned, Permission.HandleTickets, "/Tickets/Index?shown=Unassigned"),
        (WaitingKind.Incidents, Permission.HandleTickets, "/Tickets/Incidents/Index"),
        (WaitingKind.Calls, Permission.TakeCalls, "/Calls/Index"),
        (WaitingKind.FollowUps, Permission.HandleTickets, "/Tickets/Index?shown=ToFollowUp"),
        (WaitingKind.Disputes, Permission.RequestCorrections, "/Disputes/Index"),
        (WaitingKind.Promises, Permission.CollectArrears, "/Dunning/Promises"),
        (WaitingKind.Approvals, Permission.Approve, "/Approvals/Index"),
        (WaitingKind.Shifts, Permission.Approve, "/Shifts/Index"),
        (WaitingKind.ChannelCases, Permission.Approve, "/OnlinePayments/Cases/Index"),
        (WaitingKind.Refunds, Permission.TakePayments, "/Refunds/Index"),
        (WaitingKind.Invoices, Permission.HandleInvoices, "/Invoices/Index"),
        (WaitingKind.DataRequests, Permission.HandleDataRequests, "/DataRequests/Index"),
        (WaitingKind.Deliveries, Permission.ViewDeliveries, "/Deliveries/Index"),
        (WaitingKind.Maintenance, Permission.MaintainEquipment, "/Equipment/Tasks"),
        (WaitingKind.Partners, Permission.KeepPartners, "/Partners/Index"),
        (WaitingKind.MyPatrols, Permission.WalkPatrols, "/Patrols/Mine"),
        (WaitingKind.Patrols, Permission.SeePatrols, "/Patrols/Index?shown=Open"),
        (WaitingKind.WorkOrders, Permission.HandleOrders, "/WorkOrders/Index"),
        (WaitingKind.Visitors, Permission.WatchGate, "/Visitors/Index"),
    ];
    /// <summary>What can wait for whoever works here.</summary>
    public static IEnumerable<WaitingKind> Of(CurrentCompany current) => Work.Where(w => current.May(w.For)).Select(w => w.Kind);

    /// <summary>The address where it is done.</summary>
    public static string Link(IUrlHelper url, WaitingKind kind)
    {
        var page = Array.Find(Work, w => w.Kind == kind).Page.Split('?');
        return url.Page(page[0]) + (page.Length > 1 ? "?" + page[1] : "");
    }
}
