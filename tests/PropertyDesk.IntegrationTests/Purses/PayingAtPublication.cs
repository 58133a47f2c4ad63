using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Disputes;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Purses;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Payments;
using PropertyDesk.IntegrationTests.Billing;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Purses;

/// <summary>Bills that are published are paid from purses, where the community says so: in the publication itself.</summary>
public sealed class PayingAtPublication
{
    [Fact]
    public async Task Pays_the_oldest_bills_first_and_only_where_the_community_says_so()
    {
        var desk = await PurseDesk.OpenAsync();
        await desk.PrepayAsync(desk.Li, PurseClass.Property, 600m);
        await desk.PublishMayAsync();
        Assert.Equal(Money.Exact(600m), await desk.BalanceAsync(desk.Li, PurseClass.Property));

        await desk.SetAsync(payBills: true);
        var june = await desk.Till.WithAsync((BillRuns r) => r.DraftAsync(desk.Till.Own.Community.Id, Till.April.Next.Next));
        await desk.Till.WithAsync((BillPublishing p) => p.PublishAsync(june.RunId));

        var use = await desk.Till.SeeAsync(db => db.PurseUses.Select(u => u.Id).SingleAsync());
        Assert.Equal(
            ["2025-03 物业费 Property ¥250.40", "2025-03 垃圾费 Property ¥8.00", "2025-04 物业费 Property ¥250.40", "2025-04 垃圾费 Property ¥8.00", "2025-05 物业费 Property ¥83.20"],
            await desk.PaidByAsync(use));
        Assert.Equal((Money.Zero, Money.Exact((4 * 258.40m) - 600m)), (await desk.BalanceAsync(desk.Li, PurseClass.Property), await desk.OwedAsync(desk.Li)));
        Assert.Equal(new RunUses(1, Money.Exact(600m)), await desk.Till.WithAsync((PurseQueries q) => q.OfRunAsync(june.RunId)));
        await desk.BooksAreSoundAsync();

        await desk.TakeBackAsync(use);
        Assert.Equal((Money.Exact(600m), Money.Exact(4 * 258.40m)), (await desk.BalanceAsync(desk.Li, PurseClass.Property), await desk.OwedAsync(desk.Li)));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task A_disputed_line_is_left_for_people_and_another_class_is_not_touched()
    {
        var desk = await PurseDesk.OpenAsync();
        await desk.SetAsync(payBills: true);
        await desk.PrepayAsync(desk.Li, PurseClass.General, 300m);
        await desk.PrepayAsync(desk.Zhang, PurseClass.Utilities, 300m);
        var line = await desk.Till.SeeAsync(db => db.BillLines.Where(l => l.OwnerId == desk.Li.Id && l.Period == Till.March && l.ItemName == "物业费").Select(l => l.Id).SingleAsync());
        await desk.Till.WithAsync((HandleDispute d) => d.OpenAsync(line, "面积不对"));

        await desk.PublishMayAsync();

        Assert.Equal(Money.Exact(250.40m), new Money(await desk.Till.SeeAsync(db => db.BillLines.Where(l => l.Id == line).Select(l => l.Outstanding.Fen).SingleAsync())));
        Assert.Equal(Money.Zero, await desk.BalanceAsync(desk.Li, PurseClass.General));
        Assert.Equal(Money.Exact(300m - 80m), await desk.BalanceAsync(desk.Zhang, PurseClass.Utilities));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task A_line_of_which_a_waiver_is_asked_is_left_until_it_is_decided()
    {
        var desk = await PurseDesk.OpenAsync();
        await desk.SetAsync(payBills: true);
        await desk.PrepayAsync(desk.Li, PurseClass.General, 2_000m);
        var line = await desk.Till.SeeAsync(db => db.BillLines.Where(l => l.OwnerId == desk.Li.Id && l.Period == Till.March && l.ItemName == "物业费").Select(l => new { l.Id, l.BillId }).SingleAsync());
        await desk.Till.Desk.As(Guid.NewGuid(), Role.Collector, (RequestCorrection r) => r.WaiveAsync(line.BillId, [new WaivedPart(line.Id, 0.5m, null)], new CorrectionGrounds(CorrectionReason.Goodwill, "停梯补偿")));

        await desk.PublishMayAsync();

        Assert.Equal(Money.Exact(250.40m), await desk.OwedAsync(desk.Li));
        Assert.Equal(Money.Exact(250.40m), new Money(await desk.Till.SeeAsync(db => db.BillLines.Where(l => l.Id == line.Id).Select(l => l.Outstanding.Fen).SingleAsync())));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task A_publication_cut_anywhere_publishes_and_pays_nothing_and_does_both_later()
    {
        var desk = await PurseDesk.OpenAsync();
        await desk.SetAsync(payBills: true);
        await desk.PrepayAsync(desk.Li, PurseClass.Property, 600m);
        await desk.PrepayAsync(desk.Zhang, PurseClass.General, 600m);
        var run = await desk.Till.WithAsync((BillRuns r) => r.DraftAsync(desk.Till.Own.Community.Id, Till.April.Next));

        var command = 1;
        while (await CommandCount.CutAtAsync(desk.Till.Desk, command, () => desk.Till.WithAsync((BillPublishing p) => p.PublishAsync(run.RunId))))
        {
            Assert.Equal((0, Money.Exact(600m)), (await desk.Till.SeeAsync(db => db.Bills.CountAsync(b => b.BillRunId == run.RunId && b.IssuedOn != null)), await desk.BalanceAsync(desk.Li, PurseClass.Property)));
            command++;
        }

        Assert.InRange(command, 20, 80);
        Assert.Equal((Money.Zero, Money.Zero), (await desk.BalanceAsync(desk.Li, PurseClass.Property), await desk.BalanceAsync(desk.Zhang, PurseClass.General)));
        await desk.BooksAreSoundAsync();
    }

    /// <summary>Whoever comes first takes the money; whoever comes second finds the purse as it is then.</summary>
    [Fact]
    public async Task A_clerk_who_uses_the_purse_meanwhile_does_not_use_the_money_twice()
    {
        for (var round = 0; round < 5; round++)
        {
            var desk = await PurseDesk.OpenAsync();
            await desk.SetAsync(payBills: true);
            await desk.PrepayAsync(desk.Li, PurseClass.Property, 300m);
            var (request, run) = (await desk.AskAsync(desk.Li), await desk.Till.WithAsync((BillRuns r) => r.DraftAsync(desk.Till.Own.Community.Id, Till.April.Next)));

            var errors = await Task.WhenAll(
                Task.Run(async () => await Record.ExceptionAsync(() => desk.UseAsync(request))),
                Task.Run(async () => await Record.ExceptionAsync(() => desk.Till.WithAsync((BillPublishing p) => p.PublishAsync(run.RunId)))));

            Assert.Null(errors[1]);
            Assert.True(errors[0] is null or RuleViolation, errors[0]?.ToString());
            Assert.Equal((1, Money.Zero), (await desk.Till.SeeAsync(db => db.PurseUses.CountAsync()), await desk.BalanceAsync(desk.Li, PurseClass.Property)));
            await desk.BooksAreSoundAsync();
        }
    }

    [Fact]
    public async Task Takes_as_many_commands_for_60_purses_as_for_10()
    {
        var (few, many) = (await PublishAsync(10), await PublishAsync(60));

        Assert.Equal(few, many);
        Assert.InRange(few, 10, 60);
    }

    /// <summary>More owners than are paid at one time, with purses of every class.</summary>
    [Fact]
    public async Task Comes_to_the_same_in_several_parts()
    {
        const int units = 2_001;
        var desk = await Desk.OpenAsync();
        await PublishAsync(desk, units);

        Assert.Equal(units, await desk.See(db => db.PurseUses.CountAsync()));
        Assert.Equal(units, await desk.See(db => db.PurseUses.MaxAsync(u => u.Number)));
        Assert.Equal(0, await desk.See(db => db.Purses.SumAsync(p => p.Balance.Fen)));
        Assert.Equal(units * 50_00, await desk.See(db => db.Bills.SumAsync(b => b.Paid.Fen)));
        Assert.Empty((await desk.In((LedgerAudit a) => a.RunAsync())).Broken);
    }

    private static async Task<int> PublishAsync(int units) => await PublishAsync(await Desk.OpenAsync(), units);

    /// <summary>Everybody has 50.00, which pays a part of the first bill.</summary>
    /// <returns>The commands of the publication.</returns>
    private static async Task<int> PublishAsync(Desk desk, int units)
    {
        var community = await ManyUnits.AddAsync(desk, units);
        await desk.In((PurseSettings s) => s.ChangeAsync(community, new PurseWays(PayBills: true, WholeOnly: false, CrossClasses: false)));
        await desk.In((DeskDbContext db) => PrepayAsync(db));
        var run = await desk.In((BillRuns r) => r.DraftAsync(community, ManyUnits.Month));
        var commands = await CommandCount.OfAsync(desk, () => desk.In((BillPublishing p) => p.PublishAsync(run.RunId)));
        Assert.Equal(units, await desk.See(db => db.PurseUses.CountAsync()));
        return commands;
    }

    private static async Task<int> PrepayAsync(DeskDbContext db)
    {
        var owners = await db.Owners.AsNoTracking().ToListAsync();
        var (today, now) = (new DateOnly(2025, 6, 1), new DateTimeOffset(2025, 6, 1, 8, 0, 0, TimeSpan.Zero));
        var purses = owners.ConvertAll(o => new Purse(o, PurseClass.General));
        var payments = owners.ConvertAll(o => new Payment(o, [new Tender(PaymentMethod.BankTransfer, Money.Exact(50m), "YH")], Guid.NewGuid(), today));
        var entries = payments.Zip(purses, (payment, purse) => payment.Keep(purse, Money.Exact(50m), now)).ToList();
        var posted = payments.ConvertAll(p => LedgerPosting.PaymentReceived(p, today, now));
        var community = await db.Communities.SingleAsync();
        var book = new ReceiptBook(community);
        await db.BulkInsertAsync([book]);
        await db.BulkInsertAsync(purses);
        await db.BulkInsertAsync(payments);
        await db.BulkInsertAsync(payments.SelectMany(p => p.Tenders).ToList());
        await db.BulkInsertAsync(entries);
        await db.BulkInsertAsync(payments.Select((p, i) => new Receipt(p, ReceiptBook.Standard, i + 1, now)).ToList());
        await db.BulkInsertAsync(posted);
        await db.BulkInsertAsync(posted.SelectMany(p => p.Lines).ToList());
        return await db.ReceiptBooks.ExecuteUpdateAsync(set => set.SetProperty(b => b.LastNumber, owners.Count));
    }
}
