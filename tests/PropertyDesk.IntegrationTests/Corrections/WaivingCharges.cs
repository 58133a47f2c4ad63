using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Ledger;

namespace PropertyDesk.IntegrationTests.Corrections;

public sealed class WaivingCharges
{
    [Fact]
    public async Task An_approved_waiver_is_a_document_beside_the_gross_line()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();

        var request = await desk.AskWaiverAsync(bill, new WaivedPart(bill.Lines[0].Id, 0.30m, null), new WaivedPart(bill.Lines[1].Id, null, Money.Exact(3m)));
        Assert.Equal(Money.Exact(258.40m), (await desk.LisBillAsync()).Outstanding);
        await desk.ApproveAsync(request);

        var after = await desk.LisBillAsync();
        Assert.Equal(Money.Exact(258.40m), after.Total);
        Assert.Equal(Money.Exact(78.12m), after.Credited); // 30 % of 250.40 = 75.12, and 3.00
        Assert.Equal(Money.Exact(180.28m), after.Outstanding);
        Assert.All(after.Credits, c => Assert.Equal(-c.Amount, LineWorking.FromJson(c.Working).Recompute()));
        var balances = (await desk.Till.WithAsync((Application.Ledger.JournalQueries q) => q.BalancesAsync())).ToDictionary(b => b.Account, b => b.Balance);
        Assert.Equal(Money.Exact(70.87m + 3m), balances[Account.Waiver]); // 75.12 ÷ 1.06, rounded once
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task A_share_of_what_is_more_by_now_is_not_waived_beyond_what_was_asked_for()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();
        var me = Guid.NewGuid();
        await desk.Till.Desk.As(me, Role.Collector, (Application.Shifts.ShiftRoom r) => r.OpenAsync(desk.Till.Own.Community.Id, Money.Exact(1000m)));
        var ask = await desk.Till.AskAsync(desk.Till.Own.Li) with { BillIds = [bill.Id] };
        var taken = await desk.Till.Desk.As(me, Role.Collector, (Application.Payments.TakePayment t) => t.RunAsync(ask.Paying(Money.Exact(240.40m))));
        bill = await desk.LisBillAsync();
        await desk.Till.WithAsync((ApprovalLimits l) => l.ChangeAsync(Role.Finance, Money.Exact(20m)));
        var request = await desk.AskWaiverAsync(bill, new WaivedPart(bill.Lines[0].Id, 1m, null));
        await desk.Till.Desk.As(me, Role.Collector, (Application.Refunds.RefundRoom r) => r.VoidAsync(taken.PaymentId, "收错"));

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.Desk.As(desk.Accountant, Role.Finance, (DecideCorrection d) => d.ApproveAsync(request, null)));

        Assert.Equal("{0} 待收已变，申请的比例现在是 {1}，申请时是 {2}：请驳回后按现在的金额重新申请。", refused.Key);
        Assert.Equal(Money.Zero, (await desk.LisBillAsync()).Credited);
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Who_asked_for_a_waiver_is_warned_of_at_the_till_until_it_is_decided_or_lapses_and_what_is_paid_by_then_is_not_waived()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var (collector, company) = await Payments.TakingMoneyOnThePage.SignInAsync(desk.Till, Role.Collector);
        var take = $"{company}/Payments/Take/{desk.Till.Own.Li.Id}";
        async Task<bool> WarnsAsync() => System.Net.WebUtility.HtmlDecode(await collector.GetStringAsync(take)).Contains("还没有审批。现在全额收了，批准时就没有可减的了", StringComparison.Ordinal);
        var bill = await desk.LisBillAsync();
        Assert.False(await WarnsAsync());

        var request = await desk.AskWaiverAsync(bill, new WaivedPart(bill.Lines[0].Id, 1m, null));
        Assert.True(await WarnsAsync());
        await desk.Till.SeeAsync(db => db.CorrectionRequests.ExecuteUpdateAsync(r => r.SetProperty(x => x.ExpiresOn, desk.Till.Today.AddDays(-1))));
        Assert.False(await WarnsAsync());
        await desk.Till.SeeAsync(db => db.CorrectionRequests.ExecuteUpdateAsync(r => r.SetProperty(x => x.ExpiresOn, desk.Till.Today.AddDays(3))));
        Assert.True(await WarnsAsync());
        await desk.Till.TakeAsync(await desk.Till.AskAsync(desk.Till.Own.Li));

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => desk.ApproveAsync(request));

        Assert.StartsWith("{0} 在申请以后已经收清", refused.Key, StringComparison.Ordinal);
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task A_share_of_which_less_is_open_by_now_than_was_asked_for_is_asked_for_anew()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();
        var request = await desk.AskWaiverAsync(bill, new WaivedPart(bill.Lines[0].Id, 1m, null));
        var asked = (await desk.Till.AskAsync(desk.Till.Own.Li)) with { BillIds = [bill.Id] };
        await desk.Till.TakeAsync(asked.Paying(Money.Exact(100m)));

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => desk.ApproveAsync(request));

        Assert.StartsWith("{0} 待收已变", refused.Key, StringComparison.Ordinal);
        await desk.BooksAreSoundAsync();
    }

    [Theory]
    [InlineData(0.30, null)]
    [InlineData(null, 75.12)]
    public async Task The_rest_can_be_paid_while_a_waiver_waits_and_leaves_what_was_asked_for(double? share, double? amount)
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();
        var request = await desk.AskWaiverAsync(bill, new WaivedPart(bill.Lines[0].Id, (decimal?)share, amount is { } yuan ? Money.Exact((decimal)yuan) : null));
        var asked = (await desk.Till.AskAsync(desk.Till.Own.Li)) with { BillIds = [bill.Id] };

        // 258.40 without the 75.12 that are asked for.
        await desk.Till.TakeAsync(asked.Paying(Money.Exact(183.28m)));
        var between = await desk.LisBillAsync();
        await desk.ApproveAsync(request);

        Assert.Equal([Money.Exact(75.12m), Money.Zero], between.Lines.Select(l => l.Outstanding));
        var after = await desk.LisBillAsync();
        Assert.Equal((Money.Exact(75.12m), Money.Zero), (after.Credited, after.Outstanding));
        Assert.All(after.Credits, c => Assert.Equal(-c.Amount, LineWorking.FromJson(c.Working).Recompute()));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task The_same_form_sent_six_times_at_once_is_one_request()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();

        var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => desk.AskWaiverAsync(bill, new WaivedPart(bill.Lines[0].Id, 0.30m, null))))));

        Assert.Equal(5, tries.OfType<RuleViolation>().Count(r => r.Key == "其中有的行已有一份待审批的申请。"));
        Assert.Equal(1, await desk.Till.SeeAsync(db => db.CorrectionRequests.CountAsync()));
    }

    [Fact]
    public async Task Nobody_approves_the_own_request()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();
        var own = await desk.Till.Desk.As(desk.Manager, Role.Manager, (RequestCorrection r) =>
            r.WaiveAsync(bill.Id, [new WaivedPart(bill.Lines[0].Id, 1m, null)], new CorrectionGrounds(CorrectionReason.Goodwill, "协商")));

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => desk.ApproveAsync(own));

        Assert.Equal("申请人不能审批自己的申请，请由另一位有权限的同事审批。", refused.Key);
        Assert.Equal(bill.Total, (await desk.LisBillAsync()).Outstanding);
    }

    [Fact]
    public async Task The_program_itself_approves_nothing()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();
        var request = await desk.AskWaiverAsync(bill, new WaivedPart(bill.Lines[0].Id, 1m, null));

        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((DecideCorrection d) => d.ApproveAsync(request, null)));
    }

    [Fact]
    public async Task The_ladder_sets_who_may_approve_how_much()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();
        await desk.Till.WithAsync((ApprovalLimits l) => l.ChangeAsync(Role.Finance, Money.Exact(100m)));
        var large = await desk.AskWaiverAsync(bill, new WaivedPart(bill.Lines[0].Id, 0.5m, null));
        var small = await desk.AskWaiverAsync(bill, new WaivedPart(bill.Lines[1].Id, null, Money.Exact(8m)));

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.Desk.As(desk.Accountant, Role.Finance, (DecideCorrection d) => d.ApproveAsync(large, null)));
        await desk.Till.Desk.As(desk.Accountant, Role.Finance, (DecideCorrection d) => d.ApproveAsync(small, null));

        Assert.Contains("¥125.20", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Money.Exact(8m), (await desk.LisBillAsync()).Credited);
    }

    [Fact]
    public async Task More_than_is_open_is_refused_when_asked_and_when_approved()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();
        await Assert.ThrowsAsync<RuleViolation>(() => desk.AskWaiverAsync(bill, new WaivedPart(bill.Lines[1].Id, null, Money.Exact(8.01m))));
        var request = await desk.AskWaiverAsync(bill, new WaivedPart(bill.Lines[1].Id, null, Money.Exact(8m)));
        await desk.Till.TakeAsync(await desk.Till.AskAsync(desk.Till.Own.Li));

        await Assert.ThrowsAsync<RuleViolation>(() => desk.ApproveAsync(request));

        Assert.Equal(Money.Zero, (await desk.LisBillAsync()).Credited);
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task A_request_is_decided_once()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();
        var request = await desk.AskWaiverAsync(bill, new WaivedPart(bill.Lines[0].Id, 0.1m, null));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await desk.ApproveAsync(request);
                return true;
            }
            catch (RuleViolation)
            {
                return false;
            }
        }));

        Assert.Single(answers, done => done);
        Assert.Single((await desk.LisBillAsync()).Credits);
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task A_second_request_about_the_same_line_waits_for_the_first()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();
        var first = await desk.AskWaiverAsync(bill, new WaivedPart(bill.Lines[0].Id, 0.1m, null));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.AskWaiverAsync(bill, new WaivedPart(bill.Lines[0].Id, 0.2m, null)));

        await desk.Till.Desk.As(desk.Manager, Role.Manager, (DecideCorrection d) => d.RejectAsync(first, "理由不足"));
        await desk.AskWaiverAsync(bill, new WaivedPart(bill.Lines[0].Id, 0.2m, null));
    }

    [Fact]
    public async Task The_paper_comes_with_the_request_or_neither_is_there()
    {
        var desk = await CorrectionDesk.OpenAsync();
        var bill = await desk.LisBillAsync();
        Task<Guid> AskAsync(NewFile paper) => desk.Till.Desk.As(desk.Collector, Role.Collector, (RequestCorrection r) =>
            r.WaiveAsync(bill.Id, [new WaivedPart(bill.Lines[0].Id, 0.1m, null)], new CorrectionGrounds(CorrectionReason.Hardship, "低保户"), paper));

        await Assert.ThrowsAsync<RuleViolation>(() => AskAsync(new NewFile("证明.exe", [0x4D, 0x5A])));
        Assert.Equal(0, await desk.Till.SeeAsync(db => db.CorrectionRequests.CountAsync()));

        var request = await AskAsync(new NewFile("证明.pdf", "%PDF-1.7"u8.ToArray()));
        var row = await desk.Till.WithAsync((CorrectionQueries q) => q.FindAsync(request));
        Assert.Equal("证明.pdf", (await desk.Till.WithAsync((Attachments a) => a.ReadAsync(row.AttachmentId!.Value))).Name);
    }
}
