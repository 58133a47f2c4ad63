using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Ledger;

public sealed class ClosingMonths
{
    [Fact]
    public async Task A_month_that_is_not_over_stays_open()
    {
        var till = await UnguardedBooks.OpenAsync();
        await Assert.ThrowsAsync<RuleViolation>(() => till.WithAsync((PeriodClosings p) => p.CloseAsync(BillingMonth.Of(till.Today))));
    }

    [Fact]
    public async Task Nothing_is_posted_into_a_closed_month_by_any_road_until_it_is_opened_again()
    {
        var till = await UnguardedBooks.OpenAsync();
        var month = BillingMonth.Of(till.Today).Previous;
        await till.WithAsync((PeriodClosings p) => p.CloseAsync(month));

        await Assert.ThrowsAsync<RuleViolation>(() => till.SeeAsync(db => PostAsync(db, month.LastDay, bulk: false)));
        await Assert.ThrowsAsync<RuleViolation>(() => till.SeeAsync(db => PostAsync(db, month.LastDay, bulk: true)));
        await till.SeeAsync(db => PostAsync(db, month.Previous.LastDay, bulk: false));

        var closing = (await till.WithAsync((PeriodClosings p) => p.HistoryAsync())).Single();
        await Assert.ThrowsAsync<RuleViolation>(() => till.WithAsync((PeriodClosings p) => p.ReopenAsync(closing.Id, " ")));
        await till.WithAsync((PeriodClosings p) => p.ReopenAsync(closing.Id, "补记银行手续费"));
        await till.SeeAsync(db => PostAsync(db, month.LastDay, bulk: true));
        await Assert.ThrowsAsync<RuleViolation>(() => till.WithAsync((PeriodClosings p) => p.ReopenAsync(closing.Id, "再开")));
    }

    [Fact]
    public async Task Money_that_the_bank_took_in_a_closed_month_is_posted_in_the_open_one()
    {
        var till = await UnguardedBooks.OpenAsync();
        var month = BillingMonth.Of(till.Today).Previous;
        await till.WithAsync((PeriodClosings p) => p.CloseAsync(month));

        await BookAsync(till, month.LastDay);

        Assert.Equal(month.LastDay, await till.SeeAsync(db => db.Payments.Select(p => p.PaidOn).SingleAsync()));
        Assert.Equal(till.Today, await till.SeeAsync(db => db.JournalEntries.Where(j => j.Kind == JournalKind.PaymentReceived).Select(j => j.Date).SingleAsync()));
        Assert.True((await till.AuditAsync()).IsSound);
    }

    [Fact]
    public async Task Two_people_closing_at_once_make_one_closing()
    {
        var till = await UnguardedBooks.OpenAsync();
        var month = BillingMonth.Of(till.Today).Previous;

        var refused = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => till.WithAsync((PeriodClosings p) => p.CloseAsync(month))))));

        Assert.Equal(3, refused.Count(r => r is RuleViolation));
        Assert.Equal(1, await till.SeeAsync(db => db.PeriodClosings.CountAsync()));
    }

    [Fact]
    public async Task Books_that_do_not_agree_are_not_closed_and_what_came_later_is_found()
    {
        var till = await UnguardedBooks.OpenAsync();
        var month = BillingMonth.Of(till.Today).Previous;
        await till.WithAsync((PeriodClosings p) => p.CloseAsync(month));
        await till.SeeAsync(db => db.JournalEntries.ExecuteUpdateAsync(j => j.SetProperty(x => x.Date, month.LastDay).SetProperty(x => x.PostedAt, till.Desk.Clock.GetUtcNow().AddHours(1))));

        Assert.Equal(6, (await till.AuditAsync()).Checks.Single(c => c.Law == "关账后没有再记入的凭证").Wrong);
        await Assert.ThrowsAsync<RuleViolation>(() => till.WithAsync((PeriodClosings p) => p.CloseAsync(month.Previous)));
    }

    [Fact]
    public async Task Is_done_on_the_page()
    {
        var till = await UnguardedBooks.OpenAsync();
        var page = $"/{till.Desk.Company.Slug}/Ledger/Periods";
        var month = BillingMonth.Of(till.Today).Previous;
        await till.SeeAsync(db => PostAsync(db, month.LastDay, bulk: false));
        var finance = await till.Desk.SignInAsync(Role.Finance);

        var closed = await Desk.PostAsync(finance, page, page + "?handler=Close", new() { ["month"] = month.ToString() });

        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        var row = Assert.Single(await till.WithAsync((PeriodClosings p) => p.ListAsync()), r => r.Month == month);
        Assert.NotNull(row.Closing);
        Assert.Equal(1, row.Entries);
        var again = await Desk.PostAsync(finance, page, page + "?handler=Close", new() { ["month"] = month.ToString() });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    private static async Task<int> PostAsync(DeskDbContext db, DateOnly day, bool bulk)
    {
        var source = await db.Owners.FirstAsync();
        var entry = JournalEntry.Post(source, JournalKind.Waived, day, db.JournalEntries.Max(j => j.PostedAt),
            [new Posting(Account.Bank, new Money(bulk ? 1 : 2)), new Posting(Account.Income, new Money(bulk ? -1 : -2))]);
        await db.JournalLines.Where(l => l.JournalEntry.SourceId == source.Id).ExecuteDeleteAsync();
        await db.JournalEntries.Where(j => j.SourceId == source.Id).ExecuteDeleteAsync();
        if (!bulk)
        {
            db.Add(entry);
            return await db.SaveChangesAsync();
        }

        await db.BulkInsertAsync([entry]);
        await db.BulkInsertAsync([.. entry.Lines]);
        return 1;
    }

    private static async Task BookAsync(Till till, DateOnly day)
    {
        await using var scope = till.Desk.Enter();
        var (db, booking) = (scope.ServiceProvider.GetRequiredService<DeskDbContext>(), scope.ServiceProvider.GetRequiredService<PaymentBooking>());
        var payer = await db.Owners.SingleAsync(o => o.Id == till.Own.Zhang.Id);
        await booking.PrepareAsync(payer.CommunityId);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await booking.BookAsync(await booking.BeginAsync(payer), Guid.NewGuid(), [new(PaymentMethod.DirectDebit, Money.Exact(10m), "B-1")], [], day);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
