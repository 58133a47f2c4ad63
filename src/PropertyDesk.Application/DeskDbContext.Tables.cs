using Microsoft.EntityFrameworkCore;
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
using PropertyDesk.Domain.Dunning;
using PropertyDesk.Domain.Equipment;
using PropertyDesk.Domain.Files;
using PropertyDesk.Domain.Imports;
using PropertyDesk.Domain.Invoices;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Domain.Notices;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.PersonalData;
using PropertyDesk.Domain.Purses;
using PropertyDesk.Domain.Reconciliation;
using PropertyDesk.Domain.Refunds;
using PropertyDesk.Domain.Rounds;
using PropertyDesk.Domain.Shifts;
using PropertyDesk.Domain.Surveys;
using PropertyDesk.Domain.Visitors;
using PropertyDesk.Domain.Vouchers;

namespace PropertyDesk.Application;

/// <summary>The tables, room by room.</summary>
public abstract partial class DeskDbContext
{
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

    public DbSet<DifferencePosting> DifferencePostings => Set<DifferencePosting>();

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

    public DbSet<InvoiceRequest> InvoiceRequests => Set<InvoiceRequest>();

    public DbSet<DataRequest> DataRequests => Set<DataRequest>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<NoticeVersion> NoticeVersions => Set<NoticeVersion>();

    public DbSet<NoticeEvent> NoticeEvents => Set<NoticeEvent>();

    public DbSet<NoticeFile> NoticeFiles => Set<NoticeFile>();

    public DbSet<NoticeRecipient> NoticeRecipients => Set<NoticeRecipient>();

    public DbSet<NoticeRead> NoticeReads => Set<NoticeRead>();

    public DbSet<DunningLadder> DunningLadders => Set<DunningLadder>();

    public DbSet<DunningContact> DunningContacts => Set<DunningContact>();

    public DbSet<DunningStep> DunningSteps => Set<DunningStep>();

    public DbSet<DunningCall> DunningCalls => Set<DunningCall>();

    public DbSet<PaymentPromise> PaymentPromises => Set<PaymentPromise>();

    public DbSet<PromisedBill> PromisedBills => Set<PromisedBill>();

    public DbSet<ArrearsNote> ArrearsNotes => Set<ArrearsNote>();

    public DbSet<DemandLetter> DemandLetters => Set<DemandLetter>();

    public DbSet<DemandedBill> DemandedBills => Set<DemandedBill>();

    public DbSet<LetterProof> LetterProofs => Set<LetterProof>();

    public DbSet<PrintRound> PrintRounds => Set<PrintRound>();

    public DbSet<RoundStop> RoundStops => Set<RoundStop>();

    public DbSet<RoundPaper> RoundPapers => Set<RoundPaper>();

    public DbSet<DeliveryEvent> DeliveryEvents => Set<DeliveryEvent>();

    public DbSet<DeliveryGate> DeliveryGates => Set<DeliveryGate>();

    public DbSet<DeliverySettings> DeliverySettings => Set<DeliverySettings>();

    public DbSet<DeliveryTemplate> DeliveryTemplates => Set<DeliveryTemplate>();

    public DbSet<DeliveryPreference> DeliveryPreferences => Set<DeliveryPreference>();

    public DbSet<MailAccount> MailAccounts => Set<MailAccount>();

    public DbSet<SmsAccount> SmsAccounts => Set<SmsAccount>();

    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    public DbSet<ImportChange> ImportChanges => Set<ImportChange>();

    public DbSet<Asset> Assets => Set<Asset>();

    public DbSet<AssetCount> AssetCounts => Set<AssetCount>();

    public DbSet<AssetFailure> AssetFailures => Set<AssetFailure>();

    public DbSet<MaintenancePlan> MaintenancePlans => Set<MaintenancePlan>();

    public DbSet<MaintenanceTask> MaintenanceTasks => Set<MaintenanceTask>();

    public DbSet<TaskCheck> TaskChecks => Set<TaskCheck>();

    public DbSet<Survey> Surveys => Set<Survey>();

    public DbSet<SurveyQuestion> SurveyQuestions => Set<SurveyQuestion>();

    public DbSet<SurveyInvitation> SurveyInvitations => Set<SurveyInvitation>();

    public DbSet<SurveyAnswer> SurveyAnswers => Set<SurveyAnswer>();

    public DbSet<SurveyReply> SurveyReplies => Set<SurveyReply>();

    public DbSet<SurveyFollowUp> SurveyFollowUps => Set<SurveyFollowUp>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<WatchEntry> WatchEntries => Set<WatchEntry>();

    public DbSet<VisitorSettings> VisitorSettings => Set<VisitorSettings>();
}
