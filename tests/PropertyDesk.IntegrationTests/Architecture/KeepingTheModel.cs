using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.IntegrationTests.Architecture;

/// <summary>What the model must keep so that companies stay apart, on every provider.</summary>
public sealed class KeepingTheModel
{
    /// <summary>Widest key of a nonclustered index on SQL Server, in bytes.</summary>
    private const int WidestIndex = 1_700;

    /// <summary>Rows that belong to no company: the companies themselves, and logins, which span companies.</summary>
    private static readonly string[] Shared = [nameof(Company), nameof(DeskUser), "IdentityUserClaim<Guid>", "IdentityUserLogin<Guid>", "IdentityUserToken<Guid>", "IdentityUserPasskey<Guid>", "IdentityPasskeyData", "IdentityUserPasskey<Guid>.Data#IdentityPasskeyData", nameof(LoginSession), nameof(LoginContact), nameof(OneTimeCode), nameof(RecoveryCode), "DataProtectionKey"];

    /// <summary>Asked before any company is known: the secret's hash alone finds the row.</summary>
    private static readonly string[] UniqueAcrossCompanies = [nameof(Invitation) + "." + nameof(Invitation.TokenHash)];

    public static TheoryData<string> Providers => ["Sqlite", "Postgres", "SqlServer"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Has_a_migration_for_every_change(string provider)
    {
        using var db = ModelOf.Open(provider);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Every_row_belongs_to_a_company_or_is_named_as_shared()
    {
        var shared = ModelOf.Of("Sqlite").GetEntityTypes().Where(e => !Owned(e)).Select(e => e.DisplayName());

        Found.Nothing(shared.Except(Shared));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_owned_row_passes_the_filters(string provider)
    {
        var owned = ModelOf.Of(provider).GetEntityTypes().Where(Owned).ToList();

        Assert.NotEmpty(owned);
        Found.Nothing(owned.Where(e => e.FindDeclaredQueryFilter(DeskDbContext.CompanyFilter) is null).Select(e => e.DisplayName()));
        Found.Nothing(owned.Where(e => e.ClrType.IsAssignableTo(typeof(CommunityOwned)) || e.ClrType == typeof(Community))
            .Where(e => e.FindDeclaredQueryFilter(DeskDbContext.CommunityFilter) is null).Select(e => e.DisplayName()));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Keys_and_unique_indexes_start_with_the_company(string provider)
    {
        var owned = ModelOf.Of(provider).GetEntityTypes().Where(Owned).ToList();

        Assert.All(owned, e => Assert.Equal([nameof(CompanyOwned.CompanyId), nameof(CompanyOwned.Id)], e.FindPrimaryKey()!.Properties.Select(p => p.Name)));
        Found.Nothing(owned.SelectMany(e => e.GetIndexes()).Where(i => i.IsUnique && i.Properties[0].Name != nameof(CompanyOwned.CompanyId))
            .Select(i => i.DeclaringEntityType.DisplayName() + "." + string.Join('+', i.Properties.Select(p => p.Name)))
            .Except(UniqueAcrossCompanies));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Links_between_owned_rows_carry_the_company(string provider)
    {
        var links = Links(provider).Where(f => Owned(f.DeclaringEntityType) && Owned(f.PrincipalEntityType)).ToList();

        Assert.NotEmpty(links);
        Found.Nothing(links.Where(f => f.Properties.Count != 2 || f.Properties[0].Name != nameof(CompanyOwned.CompanyId)
            || f.PrincipalKey.Properties[0].Name != nameof(CompanyOwned.CompanyId)).Select(Describe));
    }

    /// <summary>A column that looks like a link but is none would let a foreign id in unseen.</summary>
    [Fact]
    public void Every_id_column_is_a_link_or_named()
    {
        string[] copiesOfALinkedColumn = ["Allocation.ChargeItemId", "BillCredit.OwnerId", "BillLine.OwnerId", "ChargeAssignment.SubjectId", "PurseEntry.OwnerId"];
        string[] logins = ["BillRun.ApprovedById", "BillRun.SubmittedById", "Call.TakenById", "CallReturn.ById", "CorrectionRequest.DecidedById", "CorrectionRequest.RequestedById", "DepartmentMember.UserId", "DepositEntry.ById", "DunningContact.ClaimedById", "Invitation.AcceptedBy", "Membership.UserId", "OrderStep.ById", "Patrol.WorkerId", "PatrolFinding.ById", "PatrolRoute.WorkerId", "PatrolStop.ById", "Payment.CashierId", "PeriodClosing.ClosedById", "PurseConsent.RecordedById", "PurseRelease.DecidedById", "PurseRelease.RequestedById", "PurseUse.ById", "Refund.DecidedById", "Refund.RequestedById", "ReportFile.UserId", "ReportView.UserId", "Shift.AcceptedById", "Shift.CashierId", "Ticket.OpenedById", "Ticket.RedressById", "Ticket.WorkerId", "TicketStep.ById", "Vacancy.DecidedById", "Vacancy.RequestedById", "ViewRecipient.UserId", "VoucherExport.ById", "WorkOrder.AskedById", "WorkOrder.WorkerId"];
        string[] tokens = ["Article.RequestId", "AssetFailure.RequestId", "BankDeposit.RequestId", "Call.RequestId", "ChannelOrder.RequestId", "CommunityEvent.RequestId", "DepositEntry.RequestId", "DunningCall.RequestId", "EventCheckIn.RequestId", "EventSignUp.RequestId", "HouseholdMember.RequestId", "Incident.RequestId", "OwnerDocument.RequestId", "OwnerMerge.RequestId", "OwnerNote.RequestId", "Partner.RequestId", "PartnerAgreement.RequestId", "PartnerDate.RequestId", "PartnerEntry.RequestId", "PatrolFinding.RequestId", "PatrolRoute.RequestId", "Payment.RequestId", "Pet.RequestId", "PurseUse.RequestId", "Refund.RequestId", "ReportView.RequestId", "Shift.Slot", "Ticket.RequestId", "Visit.RequestId", "WatchEntry.RequestId", "WorkOrder.RequestId"];
        // The ledger and the import's undo list outlive, or point at several kinds of, what they tell of.
        string[] facts = ["BillCredit.DocumentId", "BillLine.ReversedById", "BillLine.SourceId", "BillSum.BuildingId", "BillSum.ChargeItemId", "ImportChange.EntityId", "JournalEntry.SourceId", "JournalLine.BillId", "JournalLine.OwnerId", "MergedRow.RowId", "MergedRow.RowVersion", "PurseEntry.DocumentId", "ReconciliationItem.ConfirmsId", "ReportFile.ViewId"];
        var loose = ModelOf.Of("Sqlite").GetEntityTypes().Where(Owned).SelectMany(e => e.GetProperties())
            .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid) && p.Name != nameof(CompanyOwned.Id) && !p.IsForeignKey() && !p.IsConcurrencyToken)
            .Select(p => p.DeclaringType.DisplayName() + "." + p.Name)
            .Except([.. copiesOfALinkedColumn, .. logins, .. tokens, .. facts]);

        Found.Nothing(loose);
    }

    /// <summary>SQL Server refuses a table that a deletion can reach by two ways (error 1785).</summary>
    [Fact]
    public void Deletions_spread_by_one_way_only()
    {
        var cascades = Links("SqlServer").Where(f => f.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull).ToList();

        Found.Nothing(cascades.GroupBy(f => f.DeclaringEntityType).SelectMany(table => table.SelectMany(f => Roots(f.PrincipalEntityType, cascades))
            .GroupBy(root => root).Where(root => root.Count() > 1).Select(root => $"{root.Key.DisplayName()} → {table.Key.DisplayName()}")));
    }

    [Fact]
    public void Index_keys_fit_SQL_Server()
    {
        var indexes = ModelOf.Of("SqlServer").GetEntityTypes().SelectMany(e => e.GetIndexes()).ToList();

        Assert.NotEmpty(indexes);
        Found.Nothing(indexes.Where(i => i.Properties.Sum(Bytes) > WidestIndex).Select(i => i.DeclaringEntityType.DisplayName() + "." + string.Join('+', i.Properties.Select(p => p.Name))));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Money_is_whole_fen(string provider)
    {
        var money = ModelOf.Of(provider).GetEntityTypes().SelectMany(e => e.GetComplexProperties()).Where(c => c.ClrType == typeof(Money)).ToList();

        Assert.NotEmpty(money);
        Assert.All(money, c => Assert.Equal(typeof(long), Assert.Single(c.ComplexType.GetProperties()).ClrType));
    }

    private static bool Owned(IReadOnlyEntityType type) => type.ClrType.IsAssignableTo(typeof(CompanyOwned));

    private static IEnumerable<IForeignKey> Links(string provider) => ModelOf.Of(provider).GetEntityTypes().SelectMany(e => e.GetForeignKeys());

    private static string Describe(IForeignKey link) =>
        $"{link.DeclaringEntityType.DisplayName()}({string.Join(", ", link.Properties.Select(p => p.Name))}) → {link.PrincipalEntityType.DisplayName()}";

    private static IEnumerable<IEntityType> Roots(IEntityType type, List<IForeignKey> cascades) =>
        cascades.Where(f => f.DeclaringEntityType == type && f.PrincipalEntityType != type)
            .SelectMany(f => Roots(f.PrincipalEntityType, cascades)).Prepend(type);

    private static int Bytes(IProperty property)
    {
        var mapping = property.GetRelationalTypeMapping();
        return mapping.StoreTypeNameBase switch
        {
            "nvarchar" => (mapping.Size ?? 100_000) * 2,
            "varbinary" or "varchar" or "char" => mapping.Size ?? 100_000,
            "uniqueidentifier" => 16,
            _ => 17,
        };
    }
}
