using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PropertyDesk.Application;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Ledger;

/// <summary>Two transactions at once: one posts into a month that is over, the other closes it.</summary>
public sealed class ClosingWhilePosting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <param name="bulk">Past the change tracker.</param>
    /// <param name="inside">In a transaction of the caller's; otherwise each save is its own.</param>
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task No_closing_comes_between_the_check_and_the_commit_of_a_posting(bool bulk, bool inside)
    {
        var till = await Till.OpenAsync();
        var month = BillingMonth.Of(till.Today).Previous;
        Task? closing = null;
        var closedBetween = false;
        using (var check = new AfterTheCheck(till.Desk, _ =>
        {
            closing = Task.Run(() => till.WithAsync((PeriodClosings p) => p.CloseAsync(month)));
            closedBetween = closing.Wait(Patience);
        }))
        {
            await till.SeeAsync(db => PostAsync(db, month.LastDay, bulk, inside));
            Assert.True(check.Times > 0);
        }

        Assert.False(closedBetween);
        await closing!;
        Assert.Equal(1, await till.SeeAsync(db => db.JournalEntries.CountAsync(j => j.Kind == JournalKind.Waived)));
        Assert.Equal(1, await till.SeeAsync(db => db.PeriodClosings.CountAsync()));
        await Assert.ThrowsAsync<RuleViolation>(() => till.SeeAsync(db => PostAsync(db, month.LastDay, bulk, inside)));
    }

    /// <summary>What is written and not yet committed counts: the closing waits for it, however long ago the check was.</summary>
    [Fact]
    public async Task A_closing_waits_for_a_posting_that_is_not_yet_committed()
    {
        var till = await Till.OpenAsync();
        var month = BillingMonth.Of(till.Today).Previous;
        await using var scope = till.Desk.Enter();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await PostAsync(db, month.LastDay, bulk: false, inside: false);

        var closing = Task.Run(() => till.WithAsync((PeriodClosings p) => p.CloseAsync(month)));

        Assert.NotSame(closing, await Task.WhenAny(closing, Task.Delay(Patience)));
        await transaction.CommitAsync();
        await closing;
    }

    [Fact]
    public async Task A_posting_that_meets_a_closing_waits_and_is_refused()
    {
        var till = await Till.OpenAsync();
        var month = BillingMonth.Of(till.Today).Previous;
        await using var scope = till.Desk.Enter();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.HoldPeriodsAsync(alone: true);

        var posting = Task.Run(() => till.SeeAsync(own => PostAsync(own, month.LastDay, bulk: false, inside: false)));

        Assert.NotSame(posting, await Task.WhenAny(posting, Task.Delay(Patience)));
        db.Add(new PeriodClosing(await db.Companies.SingleAsync(c => c.Id == till.Desk.Company.Id), month, 1, null, "财务", till.Today, till.Desk.Clock.GetUtcNow()));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        await Assert.ThrowsAsync<RuleViolation>(() => posting);
        Assert.Equal(0, await till.SeeAsync(own => own.JournalEntries.CountAsync(j => j.Kind == JournalKind.Waived)));
    }

    [Fact]
    public async Task Posting_into_the_running_month_looks_once_and_holds_nobody()
    {
        var till = await Till.OpenAsync();
        var inTransaction = true;
        using (var check = new AfterTheCheck(till.Desk, db => inTransaction = db.Database.CurrentTransaction is not null))
        {
            await till.SeeAsync(db => PostAsync(db, till.Today, bulk: true, inside: false));

            Assert.Equal(1, check.Times);
        }

        Assert.False(inTransaction);
    }

    [Fact]
    public async Task A_month_is_closed_only_when_what_began_before_its_end_is_through()
    {
        var till = await Till.OpenAsync();
        await using var scope = till.Desk.Enter();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var month = BillingMonth.Of(till.Today).Previous;
        var midnight = month.Next.FirstDay.ToDateTime(TimeOnly.MinValue);
        var clock = new FakeTimeProvider(new DateTimeOffset(midnight, db.Current.TimeZone.GetUtcOffset(midnight)) + PeriodClosings.Settling - TimeSpan.FromSeconds(1));
        var closings = new PeriodClosings(db, clock, scope.ServiceProvider.GetRequiredService<LedgerAudit>());

        await Assert.ThrowsAsync<RuleViolation>(() => closings.CloseAsync(month));
        clock.Advance(TimeSpan.FromSeconds(1));
        await closings.CloseAsync(month);
    }

    private static async Task<bool> PostAsync(DeskDbContext db, DateOnly day, bool bulk, bool inside)
    {
        var entry = JournalEntry.Post(await db.Owners.OrderBy(o => o.Id).FirstAsync(), JournalKind.Waived, day, await db.JournalEntries.MaxAsync(j => j.PostedAt),
            [new Posting(Account.Bank, new Money(1)), new Posting(Account.Income, new Money(-1))]);
        await using var transaction = inside ? await db.Database.BeginTransactionAsync() : null;
        if (bulk)
        {
            await db.BulkInsertAsync([entry]);
            await db.BulkInsertAsync([.. entry.Lines]);
        }
        else
        {
            db.Add(entry);
            await db.SaveChangesAsync();
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync();
        }

        return true;
    }
}
