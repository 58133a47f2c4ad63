using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.IntegrationTests.Tickets;

/// <summary>Whom the desk asks how it was, and who looks into a low score.</summary>
[Collection(nameof(TicketRig))]
public sealed class FollowingUp
{
    [Fact]
    public async Task A_sample_is_asked_complaints_and_what_was_reopened_always()
    {
        var rig = await TicketRig.OpenAsync();
        await SampleAsync(rig, rig.Plumbing, 0);
        var complaints = await rig.Desk.See(db => db.TicketCategories.AsNoTracking().SingleAsync(c => c.Name == "投诉"));
        await SampleAsync(rig, complaints, 0);

        var (repair, complaint, again) = (await rig.OpenTicketAsync(), await rig.OpenTicketAsync(category: complaints.Id), await rig.OpenTicketAsync());
        await rig.BringToDoneAsync(repair);
        await rig.DeskDoes(complaint, TicketVerb.Accept);
        await rig.DeskDoes(complaint, TicketVerb.Start);
        await rig.DeskDoes(complaint, TicketVerb.Finish, "已劝说");
        await rig.BringToDoneAsync(again);
        Assert.Equal([complaint], await ToAskAsync(rig));

        await rig.DeskDoes(again, TicketVerb.Reopen, "没修好");
        await rig.DeskDoes(again, TicketVerb.Assign, to: rig.Worker);
        await rig.BringToDoneAsync(again);
        Assert.Equal(new[] { complaint, again }.Order(), (await ToAskAsync(rig)).Order());
    }

    [Theory]
    [InlineData(100, 24, 24)]
    [InlineData(50, 1, 23)]
    [InlineData(0, 0, 0)]
    public async Task As_many_are_asked_as_the_category_says(int percent, int least, int most)
    {
        var rig = await TicketRig.OpenAsync();
        await SampleAsync(rig, rig.Plumbing, percent);
        for (var i = 0; i < 24; i++)
        {
            await rig.BringToDoneAsync(await rig.OpenTicketAsync());
        }

        Assert.InRange((await ToAskAsync(rig)).Count, least, most);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public async Task A_share_that_is_none_is_refused(int percent)
    {
        var rig = await TicketRig.OpenAsync();
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => SampleAsync(rig, rig.Plumbing, percent));
        Assert.Equal("Input.FollowUpPercent", refused.Field);
    }

    [Fact]
    public async Task A_low_score_is_given_to_somebody_until_it_is_settled()
    {
        var rig = await TicketRig.OpenAsync();
        var id = await rig.OpenTicketAsync();
        await rig.BringToDoneAsync(id);
        await Assert.ThrowsAsync<RuleViolation>(() => EntrustAsync(rig, id, rig.Other));
        await rig.AsDesk(async (MoveTickets m) => { await m.RateAsync(id, 2, "地没擦"); return true; });

        Assert.Equal("To", (await Assert.ThrowsAsync<RuleViolation>(() => EntrustAsync(rig, id, null))).Field);
        await EntrustAsync(rig, id, rig.Other);

        var details = await rig.AsDesk((TicketQueries q) => q.FindAsync(id));
        Assert.Equal(("周师傅", StepKind.Entrusted, "周师傅"), (details.RedressBy, details.Steps[^1].Kind, details.Steps[^1].Whom));
        // The owner does not read who was told to.
        Assert.DoesNotContain((await rig.AsOwner(rig.Till.Own.Li, (TicketQueries q) => q.FindMineAsync(id))).Steps, s => s.Kind == StepKind.Entrusted);
        await rig.AsDesk(async (MoveTickets m) => { await m.SettleAsync(id, "已上门道歉"); return true; });
        await Assert.ThrowsAsync<RuleViolation>(() => EntrustAsync(rig, id, rig.Worker));
    }

    private static Task<bool> EntrustAsync(TicketRig rig, Guid id, Guid? to) => rig.AsDesk(async (MoveTickets m) => { await m.EntrustAsync(id, to); return true; });

    private static Task<Guid> SampleAsync(TicketRig rig, TicketCategory category, int percent) => rig.Desk.In((TicketSettings s) => s.SaveCategoryAsync(category.Id, new CategoryPlan(
        category.Kind, category.Name, category.DepartmentId, category.Promise(Urgency.Normal), category.Promise(Urgency.Urgent), category.Promise(Urgency.Emergency), percent)));

    private static async Task<List<Guid>> ToAskAsync(TicketRig rig) => [.. (await rig.AsDesk((TicketQueries q) => q.QueueAsync(new QueueFilter(QueueShown.ToFollowUp)))).Rows.Select(r => r.Id)];
}
