using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Charges;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Disputes;
using PropertyDesk.Application.Home;
using PropertyDesk.Application.Imports;
using PropertyDesk.Application.LateFees;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Portal;
using PropertyDesk.Application.Reports;
using PropertyDesk.Application.Search;

namespace PropertyDesk.Application;

/// <summary>The services of this layer, room by room.</summary>
public static class ApplicationServices
{
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddScoped<CurrentCompany>();
        services.AddScoped<CompanyAccess>();
        services.AddScoped<CompanyOpening>();
        services.AddScoped<FirstOperator>();
        services.AddScoped<Invitations>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<PasswordReset>();
        services.AddScoped<StaffMembers>();
        services.AddScoped<StaffQueries>();
        services.AddScoped<BillRuns>();
        services.AddScoped<BillPublishing>();
        services.AddScoped<BillRunQueries>();
        services.AddScoped<BillQueries>();
        services.AddScoped<BillPapers>();
        services.AddScoped<RequestCorrection>();
        services.AddScoped<DecideCorrection>();
        services.AddScoped<RedEntries>();
        services.AddScoped<Reissues>();
        services.AddScoped<ApprovalLimits>();
        services.AddScoped<CorrectionQueries>();
        services.AddScoped<BillLineQueries>();
        services.AddScoped<LateFeeQueries>();
        services.AddScoped<LateFeeSettings>();
        services.AddScoped<LateFeeBills>();
        services.AddScoped<HandleDispute>();
        services.AddScoped<DisputeQueries>();
        services.AddScoped<CommunityQueries>();
        services.AddScoped<ChangeCommunity>();
        services.AddScoped<UnitQueries>();
        services.AddScoped<UnitDetailsQuery>();
        services.AddScoped<UnitHeadQuery>();
        services.AddScoped<UnitTimeline>();
        services.AddScoped<UnitLifeQuery>();
        services.AddScoped<OwnershipTransfers>();
        services.AddScoped<AreaCorrections>();
        services.AddScoped<BuildUnits>();
        services.AddScoped<BuildingQueries>();
        services.AddScoped<AddOwner>();
        services.AddScoped<Vacancies>();
        services.AddScoped<VacancyQueries>();
        services.AddScoped<Handovers>();
        services.AddScoped<HandoverQueries>();
        services.AddScoped<Leases>();
        services.AddScoped<LeaseQueries>();
        services.AddScoped<TariffQueries>();
        services.AddScoped<Tariffs>();
        services.AddScoped<ChargeSetup>();
        services.AddScoped<NewCharges>();
        services.AddScoped<Assignments>();
        services.AddScoped<AssignmentQueries>();
        services.AddScoped<UnitCharges>();
        services.AddScoped<TariffTrial>();
        services.AddScoped<OwnerList>();
        services.AddScoped<OwnerQueries>();
        services.AddScoped<OwnerDuesQuery>();
        services.AddScoped<OwnerContacts>();
        services.AddScoped<DeskSearch>();
        services.AddScoped<TakePayment>();
        services.AddScoped<PaymentQueries>();
        services.AddScoped<PrintReceipt>();
        services.AddScoped<LedgerAudit>();
        services.AddScoped<JournalQueries>();
        services.AddScoped<PortalQueries>();
        services.AddScoped<CollectionRates>();
        services.AddScoped<Reminders>();
        services.AddScoped<MonthlyDrafts>();
        services.AddScoped<DeliveryQueries>();
        services.AddScoped<DeskToday>();
        services.AddScoped<ImportRoom>();
        services.AddScoped<UndoImport>();
        services.AddScoped<ImportQueries>();
        return services;
    }
}
