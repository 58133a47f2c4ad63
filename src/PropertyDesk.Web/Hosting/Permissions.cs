using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PropertyDesk.Application;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Web.Hosting;

/// <summary>Which role may do what, and which folder of pages needs which permission: the whole of it on one page.</summary>
public static class Permissions
{
    public const string PlatformOperator = "PlatformOperator";

    private static readonly Dictionary<Permission, Role[]> Roles = new()
    {
        [Permission.ViewDesk] = [Role.Manager, Role.Finance, Role.Collector, Role.ServiceDesk],
        [Permission.ManageArchive] = [Role.Manager],
        [Permission.SeeNeeds] = [Role.Manager, Role.ServiceDesk],
        [Permission.ChangeUnits] = [Role.Manager, Role.Finance, Role.Collector],
        [Permission.TakePayments] = [Role.Manager, Role.Finance, Role.Collector],
        [Permission.ViewBills] = [Role.Manager, Role.Finance, Role.Collector, Role.ServiceDesk],
        [Permission.MakeBills] = [Role.Manager, Role.Finance],
        [Permission.SetCharges] = [Role.Manager, Role.Finance, Role.Collector],
        [Permission.ReadMeters] = [Role.Manager, Role.Finance, Role.Collector, Role.ServiceDesk],
        [Permission.ManageCommunities] = [Role.Manager],
        [Permission.ViewReports] = [Role.Manager, Role.Finance],
        [Permission.ViewLedger] = [Role.Manager, Role.Finance],
        [Permission.ViewDeliveries] = [Role.Manager, Role.Finance, Role.ServiceDesk],
        [Permission.RequestCorrections] = [Role.Manager, Role.Finance, Role.Collector, Role.ServiceDesk],
        [Permission.Approve] = [Role.Manager, Role.Finance],
        [Permission.ManageStaff] = [Role.Manager],
        [Permission.CollectArrears] = [Role.Manager, Role.Finance, Role.Collector],
        [Permission.NoteArrears] = [Role.Manager, Role.Finance, Role.Collector, Role.ServiceDesk],
        [Permission.BringPapers] = [Role.Manager, Role.Finance, Role.Collector, Role.ServiceDesk],
        [Permission.HandleTickets] = [Role.Manager, Role.ServiceDesk, Role.Collector],
        [Permission.WorkOnTickets] = [Role.Manager, Role.ServiceDesk, Role.RepairWorker, Role.Guard],
        [Permission.ManageTickets] = [Role.Manager],
        [Permission.TakeCalls] = [Role.Manager, Role.ServiceDesk],
        [Permission.KeepPartners] = [Role.Manager, Role.ServiceDesk],
        [Permission.WalkPatrols] = [Role.Manager, Role.ServiceDesk, Role.RepairWorker, Role.Guard],
        [Permission.SeePatrols] = [Role.Manager, Role.ServiceDesk],
        [Permission.ManagePatrols] = [Role.Manager],
        [Permission.HandleOrders] = [Role.Manager, Role.Finance, Role.Collector, Role.ServiceDesk, Role.RepairWorker, Role.Guard],
        [Permission.WriteKnowledge] = [Role.Manager],
        [Permission.SeeTicketPhotos] = [Role.Manager, Role.ServiceDesk, Role.Collector, Role.RepairWorker, Role.Guard, Role.Owner, Role.FamilyPayer, Role.FamilyViewer],
        [Permission.MaintainEquipment] = [Role.Manager, Role.ServiceDesk, Role.RepairWorker],
        [Permission.ManageEquipment] = [Role.Manager],
        [Permission.WatchGate] = [Role.Manager, Role.ServiceDesk, Role.Guard],
        [Permission.ManageGate] = [Role.Manager],
        [Permission.CollectByBank] = [Role.Manager, Role.Finance],
        [Permission.HandleInvoices] = [Role.Manager, Role.Finance, Role.Collector],
        [Permission.HandleDataRequests] = [Role.Manager, Role.ServiceDesk],
        [Permission.WriteNotices] = [Role.Manager, Role.ServiceDesk],
        [Permission.PublishNotices] = [Role.Manager],
        [Permission.AttendEvents] = [Role.Manager, Role.ServiceDesk, Role.Guard],
        [Permission.HandleEvents] = [Role.Manager, Role.ServiceDesk],
        [Permission.UsePortal] = [Role.Owner, Role.FamilyPayer, Role.FamilyViewer],
        [Permission.ActOnPortal] = [Role.Owner, Role.FamilyPayer],
        [Permission.ManageOwnData] = [Role.Owner],
        [Permission.FollowBillCode] = [Role.Owner, Role.FamilyPayer, Role.FamilyViewer, Role.Manager, Role.Finance, Role.Collector, Role.ServiceDesk],
    };

    private static readonly Dictionary<string, Permission> Folders = new(StringComparer.Ordinal)
    {
        ["/Payments"] = Permission.TakePayments,
        ["/Shifts"] = Permission.TakePayments,
        ["/Shifts/Accept"] = Permission.Approve,
        ["/Deposits"] = Permission.TakePayments,
        ["/OnlinePayments"] = Permission.TakePayments,
        ["/OnlinePayments/Cases"] = Permission.Approve,
        ["/Channels"] = Permission.ManageCommunities,
        ["/Purses"] = Permission.TakePayments,
        ["/Purses/Decide"] = Permission.Approve,
        ["/Purses/Consent"] = Permission.Approve,
        ["/Reconciliation"] = Permission.ViewLedger,
        ["/DirectDebit"] = Permission.CollectByBank,
        ["/Refunds"] = Permission.TakePayments,
        ["/Refunds/Decide"] = Permission.Approve,
        ["/Bills"] = Permission.ViewBills,
        ["/BillRuns"] = Permission.MakeBills,
        ["/Owners"] = Permission.ViewDesk,
        ["/Owners/Settings"] = Permission.ManageArchive,
        ["/Owners/Merging"] = Permission.ManageArchive,
        ["/Needs"] = Permission.SeeNeeds,
        ["/Search"] = Permission.ViewDesk,
        ["/Units"] = Permission.ViewDesk,
        ["/Units/Change"] = Permission.ChangeUnits,
        ["/Units/Decide"] = Permission.Approve,
        ["/Meters"] = Permission.ReadMeters,
        ["/Meters/Change"] = Permission.ChangeUnits,
        ["/Communities"] = Permission.ManageCommunities,
        ["/Tariffs"] = Permission.SetCharges,
        ["/Parking"] = Permission.SetCharges,
        ["/WhatIf"] = Permission.SetCharges,
        ["/Imports"] = Permission.ManageCommunities,
        ["/Reports"] = Permission.ViewReports,
        ["/Ledger"] = Permission.ViewLedger,
        ["/Vouchers"] = Permission.ViewLedger,
        ["/Deliveries"] = Permission.ViewDeliveries,
        ["/Deliveries/Settings"] = Permission.ManageCommunities,
        ["/Deliveries/Templates"] = Permission.ManageCommunities,
        ["/Notices"] = Permission.ViewDesk,
        ["/Notices/Edit"] = Permission.WriteNotices,
        ["/Surveys"] = Permission.WriteNotices,
        ["/Surveys/Publish"] = Permission.PublishNotices,
        ["/Notices/Publish"] = Permission.PublishNotices,
        ["/Corrections"] = Permission.RequestCorrections,
        ["/LateFees"] = Permission.TakePayments,
        ["/Dunning"] = Permission.NoteArrears,
        ["/Dunning/Settings"] = Permission.ManageCommunities,
        ["/Rounds"] = Permission.BringPapers,
        ["/Tickets"] = Permission.HandleTickets,
        ["/Tickets/Settings"] = Permission.ManageTickets,
        ["/Partners"] = Permission.KeepPartners,
        ["/Patrols"] = Permission.WalkPatrols,
        ["/Patrols/Figures"] = Permission.SeePatrols,
        ["/Patrols/Routes"] = Permission.ManagePatrols,
        ["/WorkOrders"] = Permission.HandleOrders,
        ["/Calls"] = Permission.TakeCalls,
        ["/Knowledge"] = Permission.ViewDesk,
        ["/Knowledge/Edit"] = Permission.WriteKnowledge,
        ["/Work"] = Permission.WorkOnTickets,
        ["/Equipment"] = Permission.MaintainEquipment,
        ["/Equipment/Change"] = Permission.ManageEquipment,
        ["/Visitors"] = Permission.WatchGate,
        ["/Visitors/Settings"] = Permission.ManageGate,
        ["/Events"] = Permission.AttendEvents,
        ["/Events/Edit"] = Permission.HandleEvents,
        ["/Events/Publish"] = Permission.PublishNotices,
        ["/Disputes"] = Permission.RequestCorrections,
        ["/Invoices"] = Permission.HandleInvoices,
        ["/DataRequests"] = Permission.HandleDataRequests,
        ["/Approvals"] = Permission.Approve,
        ["/Staff"] = Permission.ManageStaff,
        ["/Portal"] = Permission.FollowBillCode,
        ["/Portal/Payments"] = Permission.UsePortal,
        ["/Portal/Pay"] = Permission.ActOnPortal,
        ["/Portal/Purse"] = Permission.UsePortal,
        ["/Portal/Invoices"] = Permission.ActOnPortal,
        ["/Portal/Meters"] = Permission.UsePortal,
        ["/Portal/Parking"] = Permission.UsePortal,
        ["/Portal/Mine"] = Permission.UsePortal,
        ["/Portal/Surveys"] = Permission.ActOnPortal,
        ["/Portal/Tickets"] = Permission.UsePortal,
        ["/Portal/Tickets/New"] = Permission.ActOnPortal,
        ["/Portal/Visitors"] = Permission.ActOnPortal,
        ["/Portal/Events"] = Permission.UsePortal,
        ["/Portal/Notices"] = Permission.UsePortal,
        ["/Portal/Family"] = Permission.ManageOwnData,
        ["/Portal/Me"] = Permission.ManageOwnData,
    };

    public static bool May(this CurrentCompany current, Permission permission) => Roles[permission].Any(current.Roles.Contains);

    /// <summary>The roles that may.</summary>
    public static IReadOnlyCollection<Role> RolesThatMay(Permission permission) => Roles[permission];

    public static void AddDeskPermissions(this IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, MembersOnly>();
        services.AddAuthorization(options =>
        {
            foreach (var permission in Enum.GetValues<Permission>())
            {
                options.AddPolicy(permission.ToString(), policy => policy.RequireAuthenticatedUser().AddRequirements(new NeedsPermission(permission)));
            }

            options.AddPolicy(PlatformOperator, policy => policy.RequireClaim(DeskClaims.PlatformOperator, "true"));
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        });
    }

    public static void RequirePermissions(this PageConventionCollection pages)
    {
        foreach (var (folder, permission) in Folders)
        {
            pages.AuthorizeFolder(folder, permission.ToString());
        }

        // What one owner says is noted by the whole desk; whom to call and what to write is for those who collect.
        foreach (var page in new[] { "Index", "Letter", "Letters", "Promises", "Reasons" })
        {
            pages.AuthorizePage("/Dunning/" + page, nameof(Permission.CollectArrears));
        }

        pages.AuthorizePage("/Portal/Index", nameof(Permission.UsePortal));
        pages.AuthorizePage("/Portal/Bills/Index", nameof(Permission.UsePortal));
        pages.AuthorizeFolder("/Platform", PlatformOperator);
        pages.AllowAnonymousToPage("/Account/Login");
        pages.AllowAnonymousToPage("/Account/AcceptInvitation");
        pages.AllowAnonymousToPage("/Account/Setup");
        pages.AllowAnonymousToPage("/Account/Reset");
        pages.AllowAnonymousToPage("/Account/Explain");
        pages.AllowAnonymousToPage("/Account/Receipt");
        pages.AllowAnonymousToPage("/Account/Language");
        pages.AllowAnonymousToPage("/Account/Code");
        pages.AllowAnonymousToPage("/Account/Second");
        pages.AllowAnonymousToPage("/Account/Forgot");
        pages.AllowAnonymousToPage("/Account/Bill/Index");
        pages.AllowAnonymousToPage("/Account/Bill/Opened");
        pages.AllowAnonymousToPage("/Account/Notices/Index");
        pages.AllowAnonymousToPage("/Account/Notices/Details");
        pages.AllowAnonymousToPage("/Error");
    }

    private sealed record NeedsPermission(Permission Permission) : IAuthorizationRequirement;

    private sealed class MembersOnly(CurrentCompany current) : AuthorizationHandler<NeedsPermission>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsPermission requirement)
        {
            if (current.May(requirement.Permission))
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }
}
