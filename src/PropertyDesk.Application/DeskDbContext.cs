using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Deposits;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Domain.Disputes;
using PropertyDesk.Domain.Files;
using PropertyDesk.Domain.Imports;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Purses;
using PropertyDesk.Domain.Reconciliation;
using PropertyDesk.Domain.Refunds;
using PropertyDesk.Domain.Shifts;
using PropertyDesk.Domain.Vouchers;

namespace PropertyDesk.Application;

/// <summary>
/// The database. Owned rows pass two named query filters: "Company" (nothing before a company is entered) and "Community"
/// (staff who are limited to some communities). What differs between databases stands in the three subclasses.
/// </summary>
public abstract class DeskDbContext(DbContextOptions options, CurrentCompany company) : IdentityUserContext<DeskUser, Guid>(options)
{
    /// <summary>Name of the filter that keeps companies apart; switching it off needs a reason beside it.</summary>
    public const string CompanyFilter = "Company";

    /// <summary>Name of the filter that limits staff to their communities.</summary>
    public const string CommunityFilter = "Community";

    public CurrentCompany Current { get; } = company;

    public DbSet<Company> Companies => Set<Company>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<LoginSession> LoginSessions => Set<LoginSession>();

    public DbSet<LoginContact> LoginContacts => Set<LoginContact>();

    public DbSet<OneTimeCode> OneTimeCodes => Set<OneTimeCode>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<BillOpening> BillOpenings => Set<BillOpening>();

    public DbSet<Community> Communities => Set<Community>();

    public DbSet<Building> Buildings => Set<Building>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<ParkingSpace> ParkingSpaces => Set<ParkingSpace>();

    public DbSet<ParkingUse> ParkingUses => Set<ParkingUse>();

    public DbSet<Refund> Refunds => Set<Refund>();

    public DbSet<ReconciledDay> ReconciledDays => Set<ReconciledDay>();

    public DbSet<ReconciliationItem> ReconciliationItems => Set<ReconciliationItem>();

    public DbSet<Settlement> Settlements => Set<Settlement>();

    public DbSet<StatementLayout> StatementLayouts => Set<StatementLayout>();

    public DbSet<Mandate> Mandates => Set<Mandate>();

    public DbSet<DebitLayout> DebitLayouts => Set<DebitLayout>();

    public DbSet<DebitBatch> DebitBatches => Set<DebitBatch>();

    public DbSet<DebitLine> DebitLines => Set<DebitLine>();

    public DbSet<DebitLineBill> DebitLineBills => Set<DebitLineBill>();

    public DbSet<DebitReturn> DebitReturns => Set<DebitReturn>();

    public DbSet<ChannelAccount> ChannelAccounts => Set<ChannelAccount>();

    public DbSet<ChannelOrder> ChannelOrders => Set<ChannelOrder>();

    public DbSet<ChannelNotice> ChannelNotices => Set<ChannelNotice>();

    public DbSet<ChannelCase> ChannelCases => Set<ChannelCase>();

    public DbSet<Owner> Owners => Set<Owner>();

    public DbSet<Ownership> Ownerships => Set<Ownership>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<UnitEvent> UnitEvents => Set<UnitEvent>();

    public DbSet<UnitArea> UnitAreas => Set<UnitArea>();

    public DbSet<Vacancy> Vacancies => Set<Vacancy>();

    public DbSet<ChargeItem> ChargeItems => Set<ChargeItem>();

    public DbSet<Tariff> Tariffs => Set<Tariff>();

    public DbSet<TariffVersion> TariffVersions => Set<TariffVersion>();

    public DbSet<ChargeAssignment> ChargeAssignments => Set<ChargeAssignment>();

    public DbSet<Meter> Meters => Set<Meter>();

    public DbSet<Reading> Readings => Set<Reading>();

    public DbSet<MeterChange> MeterChanges => Set<MeterChange>();

    public DbSet<ReadingCorrection> ReadingCorrections => Set<ReadingCorrection>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<SharedMeter> SharedMeters => Set<SharedMeter>();

    public DbSet<SharedReading> SharedReadings => Set<SharedReading>();

    public DbSet<MasterMeter> MasterMeters => Set<MasterMeter>();

    public DbSet<MasterReading> MasterReadings => Set<MasterReading>();

    public DbSet<BillRun> BillRuns => Set<BillRun>();

    public DbSet<Bill> Bills => Set<Bill>();

    public DbSet<BillLine> BillLines => Set<BillLine>();

    public DbSet<BillCredit> BillCredits => Set<BillCredit>();

    public DbSet<BillOmission> BillOmissions => Set<BillOmission>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<Shift> Shifts => Set<Shift>();

    public DbSet<BankDeposit> BankDeposits => Set<BankDeposit>();

    public DbSet<PaymentTender> PaymentTenders => Set<PaymentTender>();

    public DbSet<Allocation> Allocations => Set<Allocation>();

    public DbSet<Purse> Purses => Set<Purse>();

    public DbSet<PurseEntry> PurseEntries => Set<PurseEntry>();

    public DbSet<PurseUse> PurseUses => Set<PurseUse>();

    public DbSet<PurseRelease> PurseReleases => Set<PurseRelease>();

    public DbSet<PurseConsent> PurseConsents => Set<PurseConsent>();

    public DbSet<Deposit> Deposits => Set<Deposit>();

    public DbSet<DepositEntry> DepositEntries => Set<DepositEntry>();

    public DbSet<ReceiptBook> ReceiptBooks => Set<ReceiptBook>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<JournalEntry> JournalEntries => Set<JournalEntry>();

    public DbSet<JournalLine> JournalLines => Set<JournalLine>();

    public DbSet<AuditAlarm> AuditAlarms => Set<AuditAlarm>();

    public DbSet<PeriodClosing> PeriodClosings => Set<PeriodClosing>();

    public DbSet<AccountSubject> AccountSubjects => Set<AccountSubject>();

    public DbSet<ItemSubject> ItemSubjects => Set<ItemSubject>();

    public DbSet<CommunityAuxiliary> CommunityAuxiliaries => Set<CommunityAuxiliary>();

    public DbSet<VoucherRule> VoucherRules => Set<VoucherRule>();

    public DbSet<VoucherExport> VoucherExports => Set<VoucherExport>();

    public DbSet<VoucherFile> VoucherFiles => Set<VoucherFile>();

    public DbSet<CorrectionRequest> CorrectionRequests => Set<CorrectionRequest>();

    public DbSet<CorrectionLine> CorrectionLines => Set<CorrectionLine>();

    public DbSet<ApprovalLimit> ApprovalLimits => Set<ApprovalLimit>();

    public DbSet<LateFeeFreeze> LateFeeFreezes => Set<LateFeeFreeze>();

    public DbSet<Dispute> Disputes => Set<Dispute>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<DeliveryEvent> DeliveryEvents => Set<DeliveryEvent>();

    public DbSet<DeliveryGate> DeliveryGates => Set<DeliveryGate>();

    public DbSet<DeliverySettings> DeliverySettings => Set<DeliverySettings>();

    public DbSet<DeliveryTemplate> DeliveryTemplates => Set<DeliveryTemplate>();

    public DbSet<DeliveryPreference> DeliveryPreferences => Set<DeliveryPreference>();

    public DbSet<MailAccount> MailAccounts => Set<MailAccount>();

    public DbSet<SmsAccount> SmsAccounts => Set<SmsAccount>();

    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    public DbSet<ImportChange> ImportChanges => Set<ImportChange>();

    /// <summary>Read by the query filters at each query: zero matches no row.</summary>
    private int FilterCompanyId => Current.Id ?? 0;

    private bool FilterAllCommunities => Current.AllCommunities;

    private Guid[] FilterCommunityIds => Current.CommunityIds;

    /// <summary>
    /// Inserts many rows at the speed of the database, in the current transaction, past the change tracker. The guard of
    /// companies holds here too: a row of another company than the current one is refused.
    /// </summary>
    public async Task BulkInsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel = default)
        where T : CompanyOwned
    {
        CompanyGuard.Check(rows, Current);
        if (rows.Count == 0)
        {
            return;
        }

        await using var own = await PeriodGuard.CheckAsync(this, rows.OfType<JournalEntry>(), cancel);
        await BulkInsertCoreAsync(rows, cancel);
        if (own is not null)
        {
            await own.CommitAsync(cancel);
        }
    }

    /// <summary>
    /// Until the transaction ends, no month of the company is closed or opened by anybody else, so that what is read of the
    /// closings is the last word. Many may hold them at once, who posts into earlier months for instance.
    /// </summary>
    /// <param name="alone">Waits until nobody holds them, and nobody does meanwhile: to close or open a month.</param>
    public async Task HoldPeriodsAsync(bool alone, CancellationToken cancel = default)
    {
        if (Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Periods are held by a transaction.");
        }

        if (PeriodLock(Current.Require(), alone) is { } command)
        {
            await Database.ExecuteSqlAsync(command, cancel);
        }
    }

    /// <summary>Whether saving failed because a unique key already holds such a row: somebody else was first.</summary>
    public abstract bool IsUniqueViolation(Exception error);

    /// <summary>The command that locks a company's periods for the running transaction; null where every transaction writes alone.</summary>
    /// <param name="alone">Exclusively; shared otherwise.</param>
    protected abstract FormattableString? PeriodLock(int companyId, bool alone);

    protected abstract Task BulkInsertCoreAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : CompanyOwned;

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.AddInterceptors(CompanyGuard.Instance, PeriodGuard.Instance);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.ComplexProperties<Money>();
        configurationBuilder.Properties<BillingMonth>().HaveConversion<BillingMonthConverter>();
        configurationBuilder.Properties<decimal>().HavePrecision(18, 6);
        configurationBuilder.Properties<string>().HaveMaxLength(200);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        foreach (var type in typeof(Money).Assembly.GetTypes().Where(t => t.IsEnum))
        {
            configurationBuilder.Properties(type).HaveConversion<string>().HaveMaxLength(40);
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var type in typeof(CompanyOwned).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(CompanyOwned))))
        {
            var own = type.IsAssignableTo(typeof(CommunityOwned)) ? nameof(OwnByCommunity) : nameof(OwnByCompany);
            typeof(DeskDbContext).GetMethod(own, System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
                .MakeGenericMethod(type).Invoke(this, [builder]);
        }

        builder.ApplyConfigurationsFromAssembly(typeof(DeskDbContext).Assembly);
        builder.Entity<Community>().HasQueryFilter(CommunityFilter, c => FilterAllCommunities || FilterCommunityIds.Contains(c.Id));
    }

    private void OwnByCompany<T>(ModelBuilder builder)
        where T : CompanyOwned
    {
        var row = builder.Entity<T>();
        row.HasKey(x => new { x.CompanyId, x.Id });
        row.Property(x => x.CompanyId).ValueGeneratedNever();
        row.Property(x => x.Id).ValueGeneratedNever();
        row.HasOne<Company>().WithMany().HasForeignKey(x => x.CompanyId).OnDelete(DeleteBehavior.Restrict);
        row.HasQueryFilter(CompanyFilter, x => x.CompanyId == FilterCompanyId);
    }

    private void OwnByCommunity<T>(ModelBuilder builder)
        where T : CommunityOwned
    {
        OwnByCompany<T>(builder);
        var row = builder.Entity<T>();
        row.Link<T, Community>(nameof(CommunityOwned.CommunityId));
        row.HasQueryFilter(CommunityFilter, x => FilterAllCommunities || FilterCommunityIds.Contains(x.CommunityId));
    }
}
