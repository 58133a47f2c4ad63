using System.Data;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Reconciliation;

namespace PropertyDesk.Application;

/// <summary>
/// The database. Owned rows pass two named query filters: "Company" (nothing before a company is entered) and "Community"
/// (staff who are limited to some communities). What differs between databases stands in the three subclasses.
/// </summary>
public abstract partial class DeskDbContext(DbContextOptions options, CurrentCompany company) : IdentityUserContext<DeskUser, Guid>(options)
{
    /// <summary>Name of the filter that keeps companies apart; switching it off needs a reason beside it.</summary>
    public const string CompanyFilter = "Company";

    /// <summary>Name of the filter that limits staff to their communities.</summary>
    public const string CommunityFilter = "Community";

    public CurrentCompany Current { get; } = company;

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

    /// <summary>Reads many things of one moment: whatever others write meanwhile is in none of them. Inside a transaction, in that one.</summary>
    public async Task<T> ReadAtOnceAsync<T>(Func<Task<T>> read)
    {
        if (Database.CurrentTransaction is not null)
        {
            return await read();
        }

        await using var moment = await Database.BeginTransactionAsync(OneMoment);
        return await read();
    }

    /// <summary>Begins to read many things of one moment and to write what follows from them; a writer who changes the same rows makes one of the two fail.</summary>
    internal Task<IDbContextTransaction> BeginAtOneMomentAsync(CancellationToken cancel) => Database.BeginTransactionAsync(OneMomentToWrite, cancel);

    /// <summary>
    /// Counts a book of numbers up in one statement, which holds its row until the transaction ends.
    /// </summary>
    /// <returns>The last of the numbers taken; null where the community has no such book.</returns>
    internal async Task<int?> TakeNumbersAsync(Guid communityId, string book, int count, CancellationToken cancel)
    {
        var taken = await Database.SqlQuery<int>(TakeNumbers(Current.Require(), communityId, book, count)).ToListAsync(cancel);
        return taken.Count == 0 ? null : taken[0];
    }

    /// <summary>Whether saving failed because a unique key already holds such a row: somebody else was first.</summary>
    public abstract bool IsUniqueViolation(Exception error);

    /// <summary>
    /// Whether the database took a whole transaction back because others stood in its way: done again, it can succeed.
    /// </summary>
    public abstract bool IsDeadlock(Exception error);

    /// <summary>An error and those that caused it.</summary>
    protected static IEnumerable<Exception> Chain(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            yield return error;
        }
    }

    /// <summary>Saves after one look at what changed; each guard that asks what is saved would compare every row again.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>How a transaction that only reads sees the database as it was when it began.</summary>
    protected virtual IsolationLevel OneMoment => IsolationLevel.RepeatableRead;

    /// <summary>How a transaction that writes sees the database as it was when it began.</summary>
    protected virtual IsolationLevel OneMomentToWrite => IsolationLevel.Serializable;

    /// <summary>The command that locks a company's periods for the running transaction; null where every transaction writes alone.</summary>
    /// <param name="alone">Exclusively; shared otherwise.</param>
    protected abstract FormattableString? PeriodLock(int companyId, bool alone);

    /// <summary>The command that counts a book of numbers up and answers its new last number; as PostgreSQL and SQLite have it.</summary>
    protected virtual FormattableString TakeNumbers(int companyId, Guid communityId, string book, int count) => $"""
        UPDATE "ReceiptBooks" SET "LastNumber" = "LastNumber" + {count}
        WHERE "CompanyId" = {companyId} AND "CommunityId" = {communityId} AND "Name" = {book}
        RETURNING "LastNumber" AS "Value"
        """;

    protected abstract Task BulkInsertCoreAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : CompanyOwned;

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.AddInterceptors(BillSumWriter.Instance, CompanyGuard.Instance, PeriodGuard.Instance, MoneyInProjections.Instance);

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
        builder.Entity<ChannelCase>().HasQueryFilter(CommunityFilter, c => FilterAllCommunities || (c.CommunityId != null && FilterCommunityIds.Contains(c.CommunityId.Value)));
        // A day's statement holds the payers of every community.
        builder.Entity<ReconciledDay>().HasQueryFilter(CommunityFilter, _ => FilterAllCommunities);
        builder.Entity<ReconciliationItem>().HasQueryFilter(CommunityFilter, _ => FilterAllCommunities);
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
