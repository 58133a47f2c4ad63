using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Home;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.IntegrationTests.Home;

/// <summary>The start page and the messages, on the clean workbook with one month published, one in draft, one owner paid.</summary>
public sealed class OpeningTheDesk
{
    private static readonly Lazy<Task<Desk>> Opened = new(OpenAsync);

    [Fact]
    public async Task The_figures_are_those_of_the_bills_and_payments()
    {
        var desk = await Opened.Value;
        var bills = await desk.See(db => db.Bills.AsNoTracking().Where(b => b.IssuedOn != null).ToListAsync());
        var paid = await desk.See(db => db.Payments.AsNoTracking().SingleAsync());
        var today = await desk.In((DeskDbContext db) => Task.FromResult(db.Current.Today(desk.Clock)));
        var open = bills.FindAll(b => !b.Outstanding.IsZero);
        var late = open.FindAll(b => b.DueOn < today);

        var (owed, overdue) = await desk.In((DeskToday figures) => figures.OwedAsync());
        var rate = await desk.In((DeskToday figures) => figures.LatestRateAsync());
        var recent = await desk.In((DeskToday figures) => figures.RecentAsync());

        Assert.Equal(new CountedSum(1, paid.Amount), await desk.In((DeskToday figures) => figures.ReceivedAsync()));
        Assert.Equal(new CountedSum(open.Count, Money.Sum(open.Select(b => b.Outstanding))), owed);
        Assert.Equal(new CountedSum(late.Count, Money.Sum(late.Select(b => b.Outstanding))), overdue);
        Assert.Equal(new MonthRate(new(2025, 5), (decimal)paid.Amount.Fen / bills.Sum(b => b.Total.Fen)), rate);
        Assert.Equal((paid.Id, paid.Amount), (Assert.Single(recent).PaymentId, recent[0].Amount));
    }

    [Fact]
    public async Task Each_role_sees_its_own_part_of_the_start_page()
    {
        var desk = await Opened.Value;
        var home = $"/{desk.Company.Slug}/";
        var manager = WebUtility.HtmlDecode(await (await desk.SignInAsync(Role.Manager)).GetStringAsync(home));
        var collector = WebUtility.HtmlDecode(await (await desk.SignInAsync(Role.Collector)).GetStringAsync(home));
        var service = WebUtility.HtmlDecode(await (await desk.SignInAsync(Role.ServiceDesk)).GetStringAsync(home));

        Assert.All(["今日收款", "逾期", "当期收缴率", "待发布的账单"], text => Assert.Contains(text, manager, StringComparison.Ordinal));
        Assert.Contains("今日收款", collector, StringComparison.Ordinal);
        Assert.All(["当期收缴率", "待发布的账单"], text => Assert.DoesNotContain(text, collector, StringComparison.Ordinal));
        Assert.Contains("逾期", service, StringComparison.Ordinal);
        Assert.All(["今日收款", "最近收款", "当期收缴率"], text => Assert.DoesNotContain(text, service, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_published_bill_has_one_message_found_by_its_number()
    {
        var desk = await Opened.Value;
        var bills = await desk.See(db => db.Bills.Where(b => b.IssuedOn != null).OrderBy(b => b.Number).Select(b => b.Number).ToListAsync());
        var all = new List<string>();
        for (var page = 1; all.Count < bills.Count; page++)
        {
            var found = await desk.In((DeliveryQueries queries) => queries.ListAsync(new DeliveryFilter(DeliveryKind.BillIssued), page));
            Assert.Equal((bills.Count, page), (found.Total, found.Number));
            all.AddRange(found.Rows.Select(r => r.BillNumber!));
        }

        Assert.Equal(bills, all);
        var one = await desk.In((DeliveryQueries queries) => queries.ListAsync(new DeliveryFilter(Text: bills[7])));
        Assert.Equal((bills[7], DeliveryState.Queued), (Assert.Single(one.Rows).BillNumber, one.Rows[0].State));
        Assert.Empty((await desk.In((DeliveryQueries queries) => queries.ListAsync(new DeliveryFilter(DeliveryKind.Overdue)))).Rows);
        Assert.Empty((await desk.In(desk.Foreign, (DeliveryQueries queries) => queries.ListAsync(new DeliveryFilter()))).Rows);
    }

    [Fact]
    public async Task The_messages_say_where_they_stand_and_are_not_for_collectors()
    {
        var desk = await Opened.Value;
        var page = $"/{desk.Company.Slug}/deliveries";
        var html = WebUtility.HtmlDecode(await (await desk.SignInAsync(Role.ServiceDesk)).GetStringAsync(page + "?kind=BillIssued&page=2"));

        Assert.Contains("待发送", html, StringComparison.Ordinal);
        Assert.Contains("纸质送达", html, StringComparison.Ordinal);
        Assert.Contains("202505-00051", html, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await (await desk.SignInAsync(Role.Collector)).GetAsync(page)).StatusCode);
    }

    private static async Task<Desk> OpenAsync()
    {
        var desk = await Desk.OpenAsync();
        var (community, _, _) = await desk.ImportAsync("cuihu-garden.xlsx");
        var may = await desk.In((BillRuns runs) => runs.DraftAsync(community, new BillingMonth(2025, 5)));
        await desk.In((BillPublishing publishing) => publishing.PublishAsync(may.RunId));
        await desk.In((BillRuns runs) => runs.DraftAsync(community, new BillingMonth(2025, 6)));
        var bill = await desk.See(db => db.Bills.AsNoTracking().Where(b => b.IssuedOn != null).OrderBy(b => b.Number).FirstAsync());
        var owed = new Money(await desk.See(db => db.Bills.Where(b => b.OwnerId == bill.OwnerId && b.IssuedOn != null).SumAsync(b => b.Total.Fen)));
        await desk.In((TakePayment take) => take.RunAsync(new PaymentRequest(Guid.NewGuid(), bill.OwnerId, [bill.Id], owed, [new Tender(PaymentMethod.Cash, owed)])));
        return desk;
    }
}
