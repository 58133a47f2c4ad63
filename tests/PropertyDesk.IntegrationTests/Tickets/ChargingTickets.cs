using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.LateFees;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.IntegrationTests.Tickets;

/// <summary>Material and labour of a ticket become a bill of the owner: once, with their working, in the books, and payable at once.</summary>
[Collection(nameof(TicketRig))]
public sealed class ChargingTickets
{
    [Fact]
    public async Task Work_that_is_done_is_billed_once_with_its_working_and_paid_at_the_desk()
    {
        var rig = await TicketRig.OpenAsync();
        var before = await OwedAsync(rig);
        var id = await DoneAsync(rig);

        Assert.Equal(rig.Till.Own.Li.Id, await ChargeAsync(rig, id));

        // 2.5 × ¥12.33 = 30.825
        Assert.Equal(before + Money.Exact(80.83m), await OwedAsync(rig));
        var line = await LineAsync(rig, id);
        Assert.Equal((ChargeTicket.ItemName, Money.Exact(80.83m), false, null), (line.ItemName, line.Amount, line.IsLateFee, line.ChargeAssignmentId));
        var working = LineWorking.FromJson(line.Working);
        Assert.Equal(line.Amount, working.Recompute());
        Assert.Equal(["工单 GD-000001 的材料和人工：", "PPR 管：2.5 × ¥12.33 = 30.825，四舍五入到分 ¥30.83", "人工：1 × ¥50.00 = ¥50.00", "合计 = ¥80.83"], WorkingText.Steps(working).Select(s => s.Replace("GD-" + Number(line.Working), "GD-000001", StringComparison.Ordinal)));
        Assert.Equal(-Money.Exact(80.83m), await IncomeAsync(rig, line.BillId));
        Assert.All((await rig.AsDesk((TicketQueries q) => q.FindAsync(id))).Parts, p => Assert.Equal(line.BillId, p.BillId));
        Assert.Equal(StepKind.Charged, (await rig.AsDesk((TicketQueries q) => q.FindAsync(id))).Steps[^1].Kind);
        Assert.Equal("没有要收费的材料和人工，或已经开过账单。", (await Assert.ThrowsAsync<RuleViolation>(() => ChargeAsync(rig, id))).Key);

        var ask = await rig.Till.AskAsync(rig.Till.Own.Li);
        await rig.Till.TakeAsync(ask.Paying(ask.SeenTotal));
        Assert.Equal(Money.Zero, (await LineAsync(rig, id)).Outstanding);
        Assert.Empty((await rig.Till.AuditAsync()).Broken);
    }

    [Fact]
    public async Task Eight_clerks_at_once_bill_it_once()
    {
        var rig = await TicketRig.OpenAsync();
        var id = await DoneAsync(rig);

        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => ChargeAsync(rig, id)))));

        Assert.Equal(7, tries.OfType<RuleViolation>().Count());
        Assert.Equal(1, await rig.Desk.See(db => db.BillLines.CountAsync(l => l.TicketId == id)));
        Assert.Empty((await rig.Till.AuditAsync()).Broken);
    }

    [Fact]
    public async Task What_comes_on_top_after_it_was_opened_again_is_billed_by_itself_and_what_is_taken_back_can_be_billed_anew()
    {
        var rig = await TicketRig.OpenAsync();
        var id = await DoneAsync(rig);
        await ChargeAsync(rig, id);
        await rig.AsOwner(rig.Till.Own.Li, async (MoveTickets m) => { await m.DoAsync(id, new TicketAct(TicketVerb.Reopen, "又漏了")); return true; });
        Assert.Equal("处理完成后才能收费。", (await Assert.ThrowsAsync<RuleViolation>(() => ChargeAsync(rig, id))).Key);
        await rig.DeskDoes(id, TicketVerb.Assign, to: rig.Worker);
        await FinishAsync(rig, id, new TicketPartPlan("生料带", 1, Money.Exact(3m)));
        await ChargeAsync(rig, id);
        var lines = await rig.Desk.See(db => db.BillLines.Where(l => l.TicketId == id).OrderBy(l => l.Revision).ToListAsync());
        Assert.Equal([Money.Exact(80.83m), Money.Exact(3m)], lines.Select(l => l.Amount));

        var owed = await OwedAsync(rig);
        var collector = Guid.NewGuid();
        var request = await rig.Desk.As(collector, Role.Collector, (RequestCorrection r) =>
            r.TakeBackAsync(lines[0].BillId, [lines[0].Id], new CorrectionGrounds(CorrectionReason.ServiceFault, "没修好", Reissue: true)));
        await rig.Desk.As(Guid.NewGuid(), Role.Manager, (DecideCorrection d) => d.ApproveAsync(request, null));
        Assert.Equal(owed - Money.Exact(80.83m), await OwedAsync(rig));
        Assert.Equal(Money.Exact(80.83m), (await rig.AsDesk((TicketQueries q) => q.FindAsync(id))).ToCharge);
        await ChargeAsync(rig, id);

        Assert.Equal(owed, await OwedAsync(rig));
        Assert.Equal(3, await rig.Desk.See(db => db.BillLines.CountAsync(l => l.TicketId == id)));
        Assert.Empty((await rig.Till.AuditAsync()).Broken);
    }

    [Fact]
    public async Task It_is_principal_and_no_late_fee_and_the_next_month_is_not_measured_by_it()
    {
        var rig = await TicketRig.OpenAsync();
        var id = await DoneAsync(rig);
        await ChargeAsync(rig, id);
        var line = await LineAsync(rig, id);
        await rig.Desk.See(db => db.Bills.Where(b => b.Id == line.BillId).ExecuteUpdateAsync(set => set.SetProperty(b => b.LateFeeDailyRate, 0.0005m)));
        var due = await rig.Desk.See(db => db.Bills.Where(b => b.Id == line.BillId).Select(b => b.DueOn!.Value).SingleAsync());

        var fee = await rig.Till.WithAsync((LateFeeQueries q) => q.OfBillAsync(line.BillId, due.AddDays(100)));

        Assert.Equal(Money.Exact(80.83m), ((LateFeeWorking)fee!.Working).Principal);
        Assert.Equal(BillRunKind.Service, await rig.Desk.See(db => db.Bills.Where(b => b.Id == line.BillId).Select(b => b.BillRun.Kind).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_but_the_desk_bills_and_a_ticket_without_owner_or_unit_says_why_not()
    {
        var rig = await TicketRig.OpenAsync();
        var id = await DoneAsync(rig);
        await Assert.ThrowsAsync<NotFoundException>(() => rig.Desk.As(rig.Worker, Role.RepairWorker, (ChargeTicket c) => c.RunAsync(id)));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.AsOwner(rig.Till.Own.Li, (ChargeTicket c) => c.RunAsync(id)));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.Desk.In(rig.Desk.Foreign, (ChargeTicket c) => c.RunAsync(id)));
        var nobody = await rig.AsDesk((OpenTickets o) => o.RunAsync(new NewTicket(
            Guid.NewGuid(), rig.Till.Own.Community.Id, rig.Plumbing.Id, null, null, null, "大门", null, Urgency.Normal, TicketSource.Telephone, "大门坏了", [])));
        await FinishAsync(rig, nobody, new TicketPartPlan("合页", 2, Money.Exact(8m)));
        Assert.Equal("工单没有业主，不能收费。", (await Assert.ThrowsAsync<RuleViolation>(() => ChargeAsync(rig, nobody))).Key);
        Assert.False((await rig.AsDesk((TicketQueries q) => q.FindAsync(nobody))).IsChargeable);
    }

    [Fact]
    public async Task The_pages_bill_it_and_show_the_owner_what_for()
    {
        var rig = await TicketRig.OpenAsync();
        var id = await DoneAsync(rig);
        var clerk = await rig.Desk.SignInAsync(Role.Manager);
        var page = $"/{rig.Desk.Company.Slug}/Tickets/Details/{id}";
        Assert.Contains("开账单 ¥80.83", WebUtility.HtmlDecode(await clerk.GetStringAsync(page)), StringComparison.Ordinal);

        using var billed = await Desk.PostAsync(clerk, page, $"{page}?handler=Charge", []);

        Assert.Equal(HttpStatusCode.Redirect, billed.StatusCode);
        Assert.Contains("/Payments/Take", billed.Headers.Location!.OriginalString, StringComparison.OrdinalIgnoreCase);
        var after = WebUtility.HtmlDecode(await clerk.GetStringAsync(page));
        Assert.DoesNotContain("handler=Charge", after, StringComparison.Ordinal);
        var line = await LineAsync(rig, id);
        Assert.Contains($"/Bills/Details/{line.BillId}", after, StringComparison.OrdinalIgnoreCase);
        var owner = await rig.Desk.SignInAsync(userId => Membership.OfOwner(rig.Till.Own.Li, userId));
        Assert.Contains(ChargeTicket.ItemName, WebUtility.HtmlDecode(await owner.GetStringAsync($"/{rig.Desk.Company.Slug}/Portal/Bills/Details/{line.BillId}")), StringComparison.Ordinal);
    }

    private static string Number(string working) => ((ServiceWorking)LineWorking.FromJson(working)).Ticket["GD-".Length..];

    private static async Task<Guid> DoneAsync(TicketRig rig)
    {
        var id = await rig.OpenTicketAsync();
        await FinishAsync(rig, id, new TicketPartPlan("PPR 管", 2.5m, Money.Exact(12.33m)), new TicketPartPlan("人工", 1, Money.Exact(50m)));
        return id;
    }

    private static async Task FinishAsync(TicketRig rig, Guid id, params TicketPartPlan[] parts)
    {
        await rig.AsWorker(id, TicketVerb.Accept);
        await rig.AsWorker(id, TicketVerb.Start);
        await rig.Desk.As(rig.Worker, Role.RepairWorker, (MoveTickets m) => m.DoAsync(id, new TicketAct(TicketVerb.Finish, "已换管", Parts: parts)));
    }

    private static Task<Guid> ChargeAsync(TicketRig rig, Guid id) => rig.AsDesk((ChargeTicket c) => c.RunAsync(id));

    private static async Task<Money> OwedAsync(TicketRig rig) => (await rig.Till.WithAsync((OwnerDuesQuery q) => q.FindAsync(rig.Till.Own.Li.Id))).Total;

    private static Task<BillLine> LineAsync(TicketRig rig, Guid ticket) => rig.Desk.See(db => db.BillLines.AsNoTracking().SingleAsync(l => l.TicketId == ticket));

    private static async Task<Money> IncomeAsync(TicketRig rig, Guid bill) => new(await rig.Desk.See(db => db.JournalLines
        .Where(l => l.Account == Account.Income && db.JournalEntries.Any(j => j.Id == l.JournalEntryId && j.SourceId == bill)).SumAsync(l => l.Amount.Fen)));
}
