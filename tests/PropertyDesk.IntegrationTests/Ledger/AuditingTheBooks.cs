using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Ledger;

public sealed class AuditingTheBooks
{
    [Fact]
    public async Task Publishing_divides_a_bill_into_income_tax_and_what_is_owed_to_others()
    {
        var till = await Till.OpenAsync();

        var balances = (await till.WithAsync((JournalQueries q) => q.BalancesAsync())).ToDictionary(b => b.Account, b => b.Balance);

        // Six bills: 250.40 = 236.23 net + 14.17 VAT each, 8.00 rubbish without VAT, and twice 40.00 water for the water company.
        Assert.Equal(Money.Exact(1630.40m), balances[Account.Receivable]);
        Assert.Equal(Money.Exact(-6 * (236.23m + 8m)), balances[Account.Income]);
        Assert.Equal(Money.Exact(-6 * 14.17m), balances[Account.TaxPayable]);
        Assert.Equal(Money.Exact(-80m), balances[Account.AgencyPayable]);
    }

    [Fact]
    public async Task A_payment_moves_the_debt_to_cash_and_the_journal_names_both()
    {
        var till = await Till.OpenAsync();
        await till.TakeAsync(await till.AskAsync(till.Own.Li));

        var entry = (await till.WithAsync((JournalQueries q) => q.ListAsync(JournalKind.PaymentReceived, null, null, 1))).Rows.Single();

        Assert.Equal("A-000001", entry.Source);
        Assert.Equal([Account.Cash, Account.Receivable, Account.Receivable], entry.Lines.Select(l => l.Account));
        Assert.Equal(Money.Exact(516.80m), entry.Lines[0].Amount);
    }

    [Fact]
    public async Task Sees_only_the_own_company()
    {
        var till = await Till.OpenAsync();
        var audit = await till.AuditAsync();
        Assert.Equal(Money.Exact(1630.40m), audit.Debits);
        Assert.Equal(6, audit.Checks.Single(c => c.Law == "账单已收等于核销合计").Looked);
    }

    [Fact]
    public async Task What_was_booked_is_neither_changed_nor_deleted_by_anybody()
    {
        var till = await Till.OpenAsync();
        await till.TakeAsync(await till.AskAsync(till.Own.Li));
        await till.TakeAsync(new PaymentRequest(Guid.NewGuid(), till.Own.Li.Id, [], Money.Zero, [new Tender(PaymentMethod.Cash, Money.Exact(1m))], Into: PurseClass.General));
        Func<DeskDbContext, Task<int>>[] acts =
        [
            db => db.JournalEntries.ExecuteUpdateAsync(j => j.SetProperty(x => x.Date, till.Today.AddDays(1))), db => db.JournalEntries.ExecuteDeleteAsync(),
            db => db.JournalLines.ExecuteUpdateAsync(l => l.SetProperty(x => x.Amount.Fen, 1)), db => db.JournalLines.ExecuteDeleteAsync(),
            db => db.Allocations.ExecuteUpdateAsync(a => a.SetProperty(x => x.Amount.Fen, 1)), db => db.Allocations.ExecuteDeleteAsync(),
            db => db.PaymentTenders.ExecuteUpdateAsync(t => t.SetProperty(x => x.Amount.Fen, 1)), db => db.PaymentTenders.ExecuteDeleteAsync(),
            db => db.PurseEntries.ExecuteUpdateAsync(e => e.SetProperty(x => x.Amount.Fen, 1)), db => db.PurseEntries.ExecuteDeleteAsync(),
        ];

        foreach (var act in acts)
        {
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => till.SeeAsync(act));
            Assert.Contains("is append only.", refused.Message, StringComparison.Ordinal);
        }

        Assert.Empty((await till.AuditAsync()).Broken);
    }

    [Fact]
    public async Task People_who_pay_while_it_looks_are_no_difference()
    {
        var till = await Till.OpenAsync();
        await till.WithAsync((PaymentBooking b) => b.PrepareAsync(till.Own.Community.Id));
        using var stop = new CancellationTokenSource();
        var paid = 0;
        var payers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            for (; !stop.IsCancellationRequested; Interlocked.Increment(ref paid))
            {
                await till.TakeAsync(new PaymentRequest(Guid.NewGuid(), till.Own.Li.Id, [], Money.Zero, [new Tender(PaymentMethod.Cash, Money.Exact(1m))], Into: PurseClass.General));
            }
        })).ToList();
        for (var audits = 0; audits < 20 || Volatile.Read(ref paid) < 40; audits++)
        {
            Assert.Empty((await Task.Run(till.AuditAsync)).Broken);
        }

        await stop.CancelAsync();
        await Task.WhenAll(payers);
        Assert.Equal(paid, await till.SeeAsync(db => db.Payments.CountAsync()));
    }

    public static TheoryData<string> Laws =>
        ["每张凭证借贷平衡", "账单已收等于核销合计", "账单明细已收等于核销合计", "账单待收等于应收账款余额", "收款等于核销加预存，并各有一张收据和凭证", "预存款余额等于各笔变动之和，并等于总账", "收据号连续不缺号", "账单号连续不缺号", "在押押金等于各笔变动之和，并等于总账", "每张已发布的账单有且只有一张凭证"];

    [Theory]
    [MemberData(nameof(Laws))]
    public async Task Finds_each_law_broken(string law)
    {
        var till = await UnguardedBooks.OpenAsync();
        await till.TakeAsync((await till.AskAsync(till.Own.Zhang)).Paying(Money.Exact(10m)));
        Assert.True((await till.AuditAsync()).IsSound);

        await till.SeeAsync(db => BreakAsync(db, law));

        var audit = await till.AuditAsync();
        Assert.False(audit.IsSound);
        Assert.True(audit.Checks.Single(c => c.Law == law).Wrong > 0);
    }

    [Fact]
    public async Task Keeps_an_alarm_until_the_books_agree_again_and_shows_it_at_home()
    {
        var till = await UnguardedBooks.OpenAsync();
        await till.WithAsync((AuditAlarms a) => a.RunAsync());
        Assert.Empty(await till.WithAsync((AuditAlarms a) => a.OpenAsync()));
        await till.SeeAsync(db => BreakAsync(db, "账单号连续不缺号"));

        await till.WithAsync((AuditAlarms a) => a.RunAsync());
        await till.WithAsync((AuditAlarms a) => a.RunAsync());

        Assert.Single(await till.WithAsync((AuditAlarms a) => a.HistoryAsync()));
        var (manager, collector) = (await till.Desk.SignInAsync(Role.Manager), await till.Desk.SignInAsync(Role.Collector));
        Assert.Contains("账单号连续不缺号", await manager.GetStringAsync($"/{till.Desk.Company.Slug}/"), StringComparison.Ordinal);
        Assert.DoesNotContain("账单号连续不缺号", await collector.GetStringAsync($"/{till.Desk.Company.Slug}/"), StringComparison.Ordinal);

        await till.SeeAsync(db => db.Bills.Where(b => b.Number.EndsWith("000019")).ExecuteUpdateAsync(b => b.SetProperty(x => x.Number, x => x.Number.Substring(0, x.Number.Length - 1))));
        await till.WithAsync((AuditAlarms a) => a.RunAsync());
        Assert.Empty(await till.WithAsync((AuditAlarms a) => a.OpenAsync()));
        Assert.NotNull((await till.WithAsync((AuditAlarms a) => a.HistoryAsync())).Single().EndedAt);
    }

    private static Task<int> BreakAsync(DeskDbContext db, string law) => law switch
    {
        "每张凭证借贷平衡" => db.JournalLines.Where(l => l.Account == Account.Cash).ExecuteUpdateAsync(l => l.SetProperty(x => x.Amount.Fen, 1)),
        "账单已收等于核销合计" => db.Bills.Where(b => b.Paid.Fen > 0).ExecuteUpdateAsync(b => b.SetProperty(x => x.Paid.Fen, 1).SetProperty(x => x.Outstanding.Fen, x => x.Total.Fen - 1)),
        "账单明细已收等于核销合计" => db.BillLines.Where(l => l.Paid.Fen > 0).ExecuteUpdateAsync(l => l.SetProperty(x => x.Paid.Fen, 1).SetProperty(x => x.Outstanding.Fen, x => x.Amount.Fen - 1)),
        "账单待收等于应收账款余额" => db.JournalLines.Where(l => l.Account == Account.Receivable).ExecuteUpdateAsync(l => l.SetProperty(x => x.BillId, (Guid?)null)),
        "预存款余额等于各笔变动之和，并等于总账" => db.JournalLines.Where(l => l.Account == Account.Income).ExecuteUpdateAsync(l => l.SetProperty(x => x.Account, Account.Prepayment)),
        "在押押金等于各笔变动之和，并等于总账" => db.JournalLines.Where(l => l.Account == Account.Income).ExecuteUpdateAsync(l => l.SetProperty(x => x.Account, Account.DepositHeld)),
        "账单号连续不缺号" => db.Bills.Where(b => b.Number.EndsWith("00001")).ExecuteUpdateAsync(b => b.SetProperty(x => x.Number, x => x.Number + "9")),
        "每张已发布的账单有且只有一张凭证" => db.JournalEntries.Where(j => j.Kind == JournalKind.BillPublished).ExecuteUpdateAsync(j => j.SetProperty(x => x.Kind, JournalKind.Waived)),
        "收据号连续不缺号" => db.ReceiptBooks.ExecuteUpdateAsync(b => b.SetProperty(x => x.LastNumber, 2)),
        _ => db.Payments.ExecuteUpdateAsync(p => p.SetProperty(x => x.Amount.Fen, 999)),
    };
}
