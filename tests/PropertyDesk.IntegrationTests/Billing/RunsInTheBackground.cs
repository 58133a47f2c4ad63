using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.IntegrationTests.Billing;

/// <summary>Large runs are asked for on the page and done by a job; a crash leaves all of it or nothing.</summary>
public sealed class RunsInTheBackground
{
    private const int Large = 2_001;

    [Fact]
    public async Task A_draft_broken_off_anywhere_leaves_nothing_and_comes_to_the_same_later()
    {
        var (desk, calm) = (await Desk.OpenAsync(), await Desk.OpenAsync());
        var undisturbed = await calm.In(async (BillRuns r) => await r.DraftAsync(await ManyUnits.AddAsync(calm, 5), ManyUnits.Month));
        var community = await ManyUnits.AddAsync(desk, 5);
        var (run, _) = await desk.In((BillRuns r) => r.OpenAsync(community, ManyUnits.Month));

        var command = 1;
        while (await CommandCount.CutAtAsync(desk, command, () => desk.In((BillRuns r) => r.RecomputeAsync(run))))
        {
            Assert.Equal((0, 0, RunWork.Compute), await StateAsync(desk));
            command++;
        }

        Assert.InRange(command, 10, 60);
        Assert.Equal((5, 0, RunWork.None), await StateAsync(desk));
        Assert.Equal(await SealAsync(calm, undisturbed.RunId), await SealAsync(desk, run));
    }

    [Fact]
    public async Task A_publication_broken_off_anywhere_publishes_nothing_and_is_done_once_later()
    {
        var desk = await Desk.OpenAsync();
        var community = await ManyUnits.AddAsync(desk, 5);
        var draft = await desk.In((BillRuns r) => r.DraftAsync(community, ManyUnits.Month));
        await desk.See(async db =>
        {
            (await db.BillRuns.SingleAsync()).AskToPublish(null, "陈经理", needsApproval: false);
            return await db.SaveChangesAsync();
        });

        var command = 1;
        while (await CommandCount.CutAtAsync(desk, command, () => desk.In((BillPublishing p) => p.PublishAsync(draft.RunId))))
        {
            Assert.Equal((5, 0, RunWork.Publish), await StateAsync(desk));
            Assert.Equal(0, await desk.See(db => db.JournalEntries.CountAsync()));
            command++;
        }

        Assert.InRange(command, 8, 60);
        await desk.In((RunQueue q) => q.WorkAsync());
        Assert.Equal((5, 5, RunWork.None), await StateAsync(desk));
        Assert.Equal("陈经理", await desk.See(db => db.BillRuns.Select(r => r.PublishedBy).SingleAsync()));
        Assert.Equal(5, await desk.See(db => db.JournalEntries.CountAsync()));
        Assert.True((await desk.In((LedgerAudit a) => a.RunAsync())).IsSound);
    }

    [Fact]
    public async Task The_page_of_a_large_community_asks_waits_and_shows()
    {
        var desk = await Desk.OpenAsync();
        var community = await ManyUnits.AddAsync(desk, Large);
        var client = await desk.SignInAsync(Role.Manager);
        var list = $"/{desk.Company.Slug}/billruns";

        var asked = await Desk.PostAsync(client, list, list, new() { ["Input.CommunityId"] = community.ToString(), ["Input.Month"] = ManyUnits.Month.ToString() });
        var page = asked.Headers.Location!.OriginalString;
        Assert.Contains("正在计算账单", await ReadAsync(client, page), StringComparison.Ordinal);
        Assert.Contains("data-poll", await ReadAsync(client, page + "?handler=Progress"), StringComparison.Ordinal);

        await desk.In((RunQueue q) => q.WorkAsync());
        Assert.DoesNotContain("data-poll", await ReadAsync(client, page + "?handler=Progress"), StringComparison.Ordinal);
        await Desk.PostAsync(client, page, page + "?handler=Publish", []);
        Assert.Contains("正在发布账单", await ReadAsync(client, page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Desk.PostAsync(client, page, page + "?handler=Recompute", [])).StatusCode);

        await desk.In((RunQueue q) => q.WorkAsync());
        Assert.Equal((Large, Large, RunWork.None), await StateAsync(desk));
        Assert.Equal("测试员工", await desk.See(db => db.BillRuns.Select(r => r.PublishedBy).SingleAsync()));
    }

    [Fact]
    public async Task What_a_rule_forbids_meanwhile_is_given_up_and_said()
    {
        var desk = await Desk.OpenAsync();
        var community = await ManyUnits.AddAsync(desk, 5);
        await desk.In((BillRuns r) => r.DraftAsync(community, ManyUnits.Month));
        await desk.See(async db =>
        {
            (await db.BillRuns.SingleAsync()).AskToPublish(null, "陈经理", needsApproval: false);
            await db.SaveChangesAsync();
            return await db.Communities.ExecuteUpdateAsync(c => c.SetProperty(x => x.RunsNeedApproval, true));
        });

        await desk.In((RunQueue q) => q.WorkAsync());

        Assert.Equal((5, 0, RunWork.None), await StateAsync(desk));
        Assert.Equal("这个小区的账单要由另一位同事审批后才能发布。", await desk.See(db => db.BillRuns.Select(r => r.WorkFailure).SingleAsync()));
    }

    private static async Task<string> ReadAsync(HttpClient client, string page) => WebUtility.HtmlDecode(await client.GetStringAsync(page));

    private static Task<string> SealAsync(Desk desk, Guid run) => desk.See(db => db.BillRuns.Where(r => r.Id == run).Select(r => r.Seal).SingleAsync());

    private static async Task<(int Bills, int Published, RunWork Work)> StateAsync(Desk desk) =>
        (await desk.See(db => db.Bills.CountAsync()), await desk.See(db => db.Bills.CountAsync(b => b.IssuedOn != null)), await desk.See(db => db.BillRuns.Select(r => r.Work).SingleAsync()));
}
