using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.IntegrationTests.Payments;

namespace PropertyDesk.IntegrationTests.Owners;

/// <summary>The lists and pages of owners, units, payments and communities show what was booked, and nothing foreign.</summary>
public sealed class ShowingOwners
{
    [Fact]
    public async Task Everything_about_an_owner_is_on_one_page()
    {
        var till = await Till.OpenAsync();
        await till.TakeAsync((await till.AskAsync(till.Own.Zhang)).Paying(Money.Exact(298.40m)));

        var owner = await till.WithAsync((OwnerQueries q) => q.FindAsync(till.Own.Zhang.Id));

        Assert.Equal((Money.Exact(1113.60m), Money.Exact(815.20m)), (owner.Billed, owner.Outstanding));
        Assert.Equal(["3-2-1801", "3-2-1802"], owner.Units.Select(u => u.Code));
        Assert.Equal("沪F70510", owner.Parking.Single().Plate);
        Assert.Equal([10m, 10m, null], owner.Meters.Single().Readings.Select(r => r.Use));
        Assert.Equal(4, owner.Bills.Count);
        Assert.Equal(("A-000001", Money.Exact(298.40m)), (owner.Payments.Single().Receipt, owner.Payments.Single().Amount));
    }

    [Fact]
    public async Task Dues_stand_by_unit_oldest_first_with_their_age()
    {
        var till = await Till.OpenAsync();
        await till.MoveDueDatesApartAsync();

        var dues = await till.WithAsync((OwnerDuesQuery q) => q.FindAsync(till.Own.Zhang.Id));

        Assert.Equal(["3-2-1801", "3-2-1802"], dues.Units.Select(u => u.Unit));
        Assert.Equal([(Till.March, till.Today.DayNumber - new DateOnly(2025, 4, 30).DayNumber), (Till.April, -20)], dues.Units[0].Bills.Select(b => (b.Period, b.DaysOverdue)));
        Assert.Equal(["物业费", "垃圾费", "水费"], dues.Units[0].Bills[0].Items.Select(i => i.Item));
    }

    [Fact]
    public async Task The_list_filters_and_sorts()
    {
        var till = await Till.OpenAsync();
        await till.TakeAsync(await till.AskAsync(till.Own.Li));

        Task<string[]> NamesAsync(OwnerFilter filter) =>
            till.WithAsync<OwnerList, string[]>(async list => [.. (await list.FindAsync(filter)).Rows.Select(o => o.Name)]);

        Assert.Equal(["张伟", "李娜"], await NamesAsync(new OwnerFilter(Sort: OwnerSort.Debt)));
        Assert.Equal(["张伟", "李娜"], await NamesAsync(new OwnerFilter(Sort: OwnerSort.Age)));
        Assert.Equal(["张伟"], await NamesAsync(new OwnerFilter(OnlyDebtors: true)));
        Assert.Equal(["李娜"], await NamesAsync(new OwnerFilter("3-2-1803")));
        Assert.Equal(["李娜"], await NamesAsync(new OwnerFilter("5678")));
        Assert.Empty(await NamesAsync(new OwnerFilter(CommunityId: till.Foreign.Community.Id)));
    }

    [Fact]
    public async Task Payments_add_up_by_method_and_day()
    {
        var till = await Till.OpenAsync();
        await till.TakeAsync(await till.AskAsync(till.Own.Li));
        await till.TakeAsync((await till.AskAsync(till.Own.Zhang)).Paying(Money.Exact(100m), PaymentMethod.BankTransfer, "T1"));
        var today = till.Today;

        var list = await till.WithAsync((PaymentQueries q) => q.ListAsync(new PaymentFilter(today, today)));

        Assert.Equal(Money.Exact(616.80m), list.Total);
        Assert.Equal([(PaymentMethod.Cash, 1), (PaymentMethod.BankTransfer, 1)], list.Sums.Select(s => (s.Method, s.Count)));
        Assert.Equal(["A-000002", "A-000001"], list.Page.Rows.Select(r => r.Receipt));
        Assert.Empty((await till.WithAsync((PaymentQueries q) => q.ListAsync(new PaymentFilter(today.AddDays(1), today.AddDays(1))))).Page.Rows);
        Assert.Single((await till.WithAsync((PaymentQueries q) => q.ListAsync(new PaymentFilter(today, today, PaymentMethod.Cash)))).Page.Rows);
    }

    [Fact]
    public async Task A_payment_shows_what_it_paid_and_what_is_left()
    {
        var till = await Till.OpenAsync();
        var taken = await till.TakeAsync((await till.AskAsync(till.Own.Li)).Paying(Money.Exact(16.80m)));

        var payment = await till.WithAsync((PaymentQueries q) => q.FindAsync(taken.PaymentId));

        Assert.Equal((Money.Exact(16.80m), Money.Exact(500m), "测试"), (payment.Amount, payment.LeftToPay, payment.Cashier));
        Assert.Equal(Money.Exact(16.80m), payment.Lines.Single().Amount);
    }

    [Fact]
    public async Task Units_and_communities_count_their_own()
    {
        var till = await Till.OpenAsync();

        var community = Assert.Single(await till.WithAsync((CommunityQueries q) => q.ListAsync()));
        Assert.Equal((1, 3, 2, 1, 1, 268.29m, Money.Exact(1630.40m)), (community.Buildings, community.Units, community.Owners, community.ParkingSpaces, community.Meters, community.Area, community.Outstanding));
        var units = await till.WithAsync((UnitQueries q) => q.ListAsync(new UnitFilter(Text: "张")));
        Assert.Equal(["3-2-1801", "3-2-1802"], units.Rows.Select(u => u.Code));
        var unit = await till.WithAsync((UnitDetailsQuery q) => q.FindAsync(units.Rows[0].Id));
        Assert.Equal([("物业费", ""), ("垃圾费", ""), ("水费", "W000001")], unit.Charges.Select(c => (c.Item, c.Subject)));
        await Assert.ThrowsAsync<NotFoundException>(() => till.WithAsync((UnitDetailsQuery q) => q.FindAsync(till.Foreign.Units[0].Id)));
    }
}
