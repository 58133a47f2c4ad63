using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Disputes;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Application.LateFees;
using PropertyDesk.Application.Search;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Dunning;
using PropertyDesk.IntegrationTests.DirectDebit;

namespace PropertyDesk.IntegrationTests.Dunning;

/// <summary>What ends or pauses the ladder, and what brings an owner back.</summary>
[Collection(nameof(DunningRig))]
public sealed class StoppingTheLadder
{
    [Fact]
    public async Task A_paid_bill_climbs_no_further_and_its_owner_leaves_the_call_list()
    {
        var rig = await DunningRig.OpenAsync();
        await rig.RunAsync(-4, 15);
        Assert.Contains(await rig.CallsAsync(), c => c.OwnerId == rig.Li.Id);

        await rig.PayAsync(rig.Li, [.. await rig.BillsAsync(rig.Li)]);
        Assert.DoesNotContain(await rig.CallsAsync(), c => c.OwnerId == rig.Li.Id);
        await rig.RunAsync(16, 31);

        Assert.DoesNotContain(await rig.StepsAsync(rig.Li), s => s.Kind == DunningKind.Letter);
        Assert.Equal(4, (await rig.StepsAsync(rig.Zhang)).Count(s => s.Kind == DunningKind.Letter));
        Assert.False(await rig.Till.SeeAsync(db => db.DunningContacts.AnyAsync(c => c.OwnerId == rig.Li.Id && c.Slot != null && (c.Kind == DunningKind.Call || c.Kind == DunningKind.Letter))));
    }

    [Fact]
    public async Task A_line_in_dispute_is_left_out_and_a_bill_in_dispute_waits()
    {
        var rig = await DunningRig.OpenAsync();
        var bills = await rig.BillsAsync(rig.Li);
        var lines = await rig.Till.SeeAsync(db => db.BillLines.Where(l => l.OwnerId == rig.Li.Id).OrderBy(l => l.Position).Select(l => new { l.Id, l.BillId }).ToListAsync());
        // The fee of the first bill, and all of the second.
        var disputes = new List<Guid>();
        foreach (var line in lines.Where(l => l.BillId == bills[1]).Append(lines.First(l => l.BillId == bills[0])))
        {
            disputes.Add(await rig.Desk.In((HandleDispute d) => d.OpenAsync(line.Id, "电梯停了")));
        }

        await rig.RunAsync(7);
        Assert.Equal([new Money(800)], await rig.Till.SeeAsync(db => db.DunningSteps.Where(s => s.Bill.OwnerId == rig.Li.Id).Select(s => s.Asked).ToListAsync()));
        Assert.Contains("¥8.00", await rig.Till.SeeAsync(db => db.Deliveries.Where(d => d.OwnerId == rig.Li.Id && d.Kind == DeliveryKind.Overdue).Select(d => d.Body).SingleAsync()), StringComparison.Ordinal);

        foreach (var dispute in disputes)
        {
            await rig.Desk.In((HandleDispute d) => d.AnswerAsync(dispute, "已核对"));
        }

        await rig.RunAsync(8);
        Assert.Equal(2, (await rig.StepsAsync(rig.Li)).Count(s => s.Kind == DunningKind.Overdue));
    }

    [Theory]
    [InlineData(FreezeReason.Lawsuit)]
    [InlineData(FreezeReason.Agreement)]
    public async Task A_frozen_bill_waits_until_it_is_thawed(FreezeReason reason)
    {
        var rig = await DunningRig.OpenAsync();
        var bill = (await rig.BillsAsync(rig.Li))[0];
        await rig.Desk.In((LateFeeBills l) => l.FreezeAsync(bill, reason, null));

        await rig.RunAsync(-4, 10);
        Assert.Equal(1, await rig.Till.SeeAsync(db => db.DunningSteps.Where(s => s.Bill.OwnerId == rig.Li.Id).Select(s => s.BillId).Distinct().CountAsync()));
        Assert.False(await rig.Till.SeeAsync(db => db.DunningSteps.AnyAsync(s => s.BillId == bill)));

        var freeze = await rig.Till.SeeAsync(db => db.LateFeeFreezes.Where(f => f.BillId == bill).Select(f => f.Id).SingleAsync());
        await rig.Desk.In((LateFeeBills l) => l.ThawAsync(freeze));
        await rig.RunAsync(11);
        Assert.Equal([DunningKind.Overdue], await rig.Till.SeeAsync(db => db.DunningSteps.Where(s => s.BillId == bill).Select(s => s.Kind).ToListAsync()));
    }

    [Fact]
    public async Task A_bill_that_the_bank_collects_waits_for_the_bank()
    {
        var debit = await DebitDesk.OpenAsync(BankFile.Bars, 100m, 200m);
        var day = debit.Today.AddDays(60);
        var ladder = await debit.Desk.In((DunningLadders l) => l.OfAsync(debit.Community.Id));
        Assert.Equal(2, (await debit.Desk.In((DunningPlans p) => p.OfAsync(debit.Community.Id, ladder, day))).Count);

        await debit.MakeAsync();

        Assert.Equal(0, await debit.Desk.In((ClimbLadder c) => c.RunAsync(day)));
    }

    [Fact]
    public async Task A_promise_pauses_its_bills_and_is_kept_by_the_money_that_comes()
    {
        var rig = await DunningRig.OpenAsync();
        var bills = await rig.BillsAsync(rig.Li);
        await rig.RunAsync(-4, 6);
        await rig.PromiseAsync(rig.Li, [bills[0]], until: 12);

        await rig.RunAsync(7);
        Assert.Equal([bills[1]], await rig.Till.SeeAsync(db => db.DunningSteps.Where(s => s.Bill.OwnerId == rig.Li.Id && s.Kind == DunningKind.Overdue).Select(s => s.BillId).ToListAsync()));
        Assert.Contains(DeskFlag.Promised, (await rig.Desk.In((DeskFlags f) => f.OfAsync([rig.Li.Id])))[rig.Li.Id]);

        await rig.PayAsync(rig.Li, bills[0]);
        await rig.RunAsync(8);
        Assert.Equal(PromiseState.Kept, await rig.Till.SeeAsync(db => db.PaymentPromises.Select(p => p.State).SingleAsync()));
        Assert.DoesNotContain(DeskFlag.Promised, (await rig.Desk.In((DeskFlags f) => f.OfAsync([rig.Li.Id])))[rig.Li.Id]);
    }

    [Fact]
    public async Task A_broken_promise_is_back_on_the_call_list_the_day_after()
    {
        var rig = await DunningRig.OpenAsync();
        await rig.RunAsync(-4, 8);
        await rig.PromiseAsync(rig.Li, await rig.BillsAsync(rig.Li), until: 11);

        await rig.RunAsync(9, 11);
        Assert.Equal(PromiseState.Open, await rig.Till.SeeAsync(db => db.PaymentPromises.Select(p => p.State).SingleAsync()));
        Assert.Empty(await rig.CallsAsync());

        await rig.RunAsync(12);
        Assert.Equal(PromiseState.Broken, await rig.Till.SeeAsync(db => db.PaymentPromises.Select(p => p.State).SingleAsync()));
        var call = Assert.Single(await rig.CallsAsync());
        Assert.Equal((rig.Li.Id, new Money(51_680)), (call.OwnerId, call.Asked));

        // The ladder goes on from where it was, and its call is the one that waits.
        await rig.RunAsync(13, 16);
        Assert.Equal(1, await rig.Till.SeeAsync(db => db.DunningContacts.CountAsync(c => c.OwnerId == rig.Li.Id && c.Kind == DunningKind.Call)));
        Assert.Equal(2, (await rig.StepsAsync(rig.Li)).Count(s => s.Kind == DunningKind.Call));
    }

    [Fact]
    public async Task A_promise_of_a_part_is_kept_by_the_part_and_money_after_its_day_does_not_count()
    {
        var rig = await DunningRig.OpenAsync();
        var (li, zhang) = (await rig.BillsAsync(rig.Li), await rig.BillsAsync(rig.Zhang));
        await rig.RunAsync(1);
        await rig.PromiseAsync(rig.Li, li, until: 4, new Money(25_840));
        await rig.PromiseAsync(rig.Zhang, zhang, until: 4, new Money(25_840));
        await rig.PayAsync(rig.Li, li[0]);
        rig.GoTo(5);
        await rig.PayAsync(rig.Zhang, zhang[1]);

        await rig.RunAsync(5);

        Assert.Equal(
            [(rig.Li.Id, PromiseState.Kept), (rig.Zhang.Id, PromiseState.Broken)],
            (await rig.Till.SeeAsync(db => db.PaymentPromises.Select(p => new { p.OwnerId, p.State }).ToListAsync())).Select(p => (p.OwnerId, p.State)).OrderBy(p => p.State));
    }

    [Theory]
    [InlineData(15, 100, "PromiseUntil")]
    [InlineData(-1, 100, "PromiseUntil")]
    [InlineData(5, 0, "PromiseAmount")]
    [InlineData(5, 51_681, "PromiseAmount")]
    public async Task A_promise_has_bounds(int days, long fen, string field)
    {
        var rig = await DunningRig.OpenAsync();
        var (bills, today) = (await rig.BillsAsync(rig.Li), rig.Till.Today);

        var rule = await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.In((RecordContact r) =>
            r.RunAsync(rig.Li.Id, new(Guid.NewGuid(), CallOutcome.Promised, bills, PromiseAmount: new Money(fen), PromiseUntil: today.AddDays(days)))));

        Assert.Equal(field, rule.Field);
        Assert.Equal(0, await rig.Till.SeeAsync(db => db.DunningCalls.CountAsync()));
    }
}
