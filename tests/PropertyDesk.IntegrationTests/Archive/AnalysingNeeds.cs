using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Calls;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Companies;
using PropertyDesk.IntegrationTests.Notices;

namespace PropertyDesk.IntegrationTests.Archive;

/// <summary>Each figure is the number of owners that it opens, and a draft begun from there is for exactly them.</summary>
[Collection(nameof(NoticeRig))]
public sealed partial class AnalysingNeeds
{
    [Fact]
    public async Task A_tag_is_counted_by_month_and_building_as_it_was_then()
    {
        var rig = await NoticeRig.OpenAsync();
        rig.Desk.Clock.SetUtcNow(new DateTimeOffset(rig.Desk.Clock.GetUtcNow().Year + 1, 3, 10, 1, 0, 0, TimeSpan.Zero));
        var (alone, baby) = (await TaggingOwners.TagAsync(rig, "独居老人"), await TaggingOwners.TagAsync(rig, "新生儿"));
        await TaggingOwners.PutAsync(rig, rig.Own.Zhang.Id, alone);
        await TaggingOwners.PutAsync(rig, rig.Own.Wang.Id, alone);
        await TaggingOwners.PutAsync(rig, rig.Own.Chen.Id, baby, until: await DayAsync(rig, 25));
        rig.Desk.Clock.Advance(TimeSpan.FromDays(35));
        var gone = await rig.Desk.See(db => db.OwnerTaggings.Where(t => t.OwnerId == rig.Own.Wang.Id).Select(t => t.Id).SingleAsync());
        await rig.Desk.In((TagOwners t) => t.TakeAsync(rig.Own.Wang.Id, gone));
        rig.Desk.Clock.Advance(TimeSpan.FromDays(30));

        var all = await AnalyseAsync(rig, null);
        // March: both, and the child of 25 days on 4 April; April: one was taken off on the 14th; May is today.
        Assert.Equal([2, 1, 1], Last3(all, "独居老人"));
        Assert.Equal([1, 0, 0], Last3(all, "新生儿"));
        var fifth = await AnalyseAsync(rig, rig.Own.Building5.Id);
        Assert.Equal([1, 0, 0], Last3(fifth, "独居老人"));
        var building = Assert.Single(all.Buildings);
        Assert.Equal(("3栋", 1), (building.Name, building.Tags[all.Tags.ToList().FindIndex(t => t.Id == alone)]));

        foreach (var (month, i) in all.Months.Select((m, i) => (m, i)))
        {
            foreach (var tag in all.Tags)
            {
                var listed = await rig.Desk.In((OwnerList l) => l.FindAsync(new OwnerFilter(CommunityId: rig.Own.Community.Id, Group: new OwnerGroup(TagId: tag.Id, On: all.DayOf(month)))));
                Assert.Equal(tag.Months[i].Owners, listed.Total);
            }
        }
    }

    [Fact]
    public async Task Requests_are_counted_by_category_topic_building_and_month_and_open_whoever_asked()
    {
        var rig = await NoticeRig.OpenAsync();
        await CallAsync(rig, rig.Own.Zhang.Id, "停车与车位");
        await CallAsync(rig, rig.Own.Zhang.Id, "停车与车位");
        await CallAsync(rig, rig.Own.Wang.Id, "停车与车位");
        await CallAsync(rig, rig.Own.Li.Id, "收费与账单");

        var analysis = await AnalyseAsync(rig, null);
        var parking = analysis.Topics.Single(t => t.Name == "停车与车位");
        Assert.Equal(new NeedCount(3, 2), parking.Months[^1]);
        Assert.Equal(new NeedCount(0, 0), parking.Months[^2]);
        Assert.Equal(new NeedCount(1, 1), (await AnalyseAsync(rig, rig.Own.Building5.Id)).Topics.Single().Months[^1]);
        var group = new OwnerGroup(TopicId: parking.Id, Month: analysis.Months[^1]);
        var listed = await rig.Desk.In((OwnerList l) => l.FindAsync(new OwnerFilter(CommunityId: rig.Own.Community.Id, Group: group)));
        Assert.Equal(["张伟", "王强"], listed.Rows.Select(o => o.Name).Order(StringComparer.Ordinal));
        var audience = await rig.Desk.In((OwnerGroups g) => g.AudienceAsync(rig.Own.Community.Id, group));
        Assert.Equal(listed.Rows.Select(o => o.Id).Order(), (await rig.Desk.In((AudienceReader r) => r.MembersAsync(rig.Own.Community.Id, audience))).Select(m => m.OwnerId).Order());
        Assert.Contains("停车与车位", await rig.Desk.In((OwnerGroups g) => g.DescribeAsync(group)), StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotFoundException>(() => rig.Desk.In((NeedsFigures f) => f.OfAsync(rig.Foreign.Community.Id, null)));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.Desk.In((NeedsFigures f) => f.OfAsync(rig.Own.Community.Id, rig.Foreign.Building3.Id)));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.Desk.In((OwnerGroups g) => g.AudienceAsync(rig.Own.Community.Id, new OwnerGroup(TopicId: Guid.NewGuid()))));
    }

    [Theory]
    [InlineData("Notices/Edit")]
    [InlineData("Surveys/Edit")]
    [InlineData("Events/Edit")]
    public async Task From_a_figure_the_desk_comes_to_its_owners_and_to_a_draft_for_exactly_them(string room)
    {
        var rig = await NoticeRig.OpenAsync();
        var alone = await TaggingOwners.TagAsync(rig, "独居老人");
        await TaggingOwners.PutAsync(rig, rig.Own.Zhang.Id, alone);
        await CallAsync(rig, rig.Own.Wang.Id, "停车与车位");
        var clerk = await rig.Desk.SignInAsync(Role.ServiceDesk);
        async Task<string> ReadAsync(string address) => WebUtility.HtmlDecode(await clerk.GetStringAsync(address));

        var needs = await ReadAsync($"/{rig.Desk.Company.Slug}/Needs");
        var links = Figure().Matches(needs).Select(m => m.Groups["link"].Value).ToList();
        var list = await ReadAsync(links.First(l => l.Contains($"tag={alone}", StringComparison.Ordinal)));
        Assert.Contains("张伟", list, StringComparison.Ordinal);
        Assert.DoesNotContain("王强", list, StringComparison.Ordinal);
        var begin = Regex.Match(list, $"href=\"(?<link>[^\"]*/{room}[^\"]*)\"", RegexOptions.ExplicitCapture).Groups["link"].Value;
        Assert.Matches($"value=\"{alone}\" checked", await ReadAsync(begin));

        var asked = await ReadAsync(links.First(l => l.Contains("topic=", StringComparison.Ordinal)));
        Assert.Contains("王强", asked, StringComparison.Ordinal);
        begin = Regex.Match(asked, $"href=\"(?<link>[^\"]*/{room}[^\"]*)\"", RegexOptions.ExplicitCapture).Groups["link"].Value;
        var draft = await ReadAsync(begin);
        Assert.Contains($"name=\"Audience.Owners\" value=\"{rig.Own.Wang.Id}\" checked", draft, StringComparison.Ordinal);
        Assert.DoesNotContain(rig.Own.Zhang.Id.ToString(), draft, StringComparison.Ordinal);

        var foreign = await clerk.GetAsync($"/{rig.Desk.Company.Slug}/{room}?community={rig.Own.Community.Id}&tag={Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        var collector = await rig.Desk.SignInAsync(Role.Collector);
        Assert.Equal(HttpStatusCode.Forbidden, (await collector.GetAsync($"/{rig.Desk.Company.Slug}/Needs")).StatusCode);
    }

    [Fact]
    public async Task A_draft_keeps_tags_and_chosen_owners_of_its_form()
    {
        var rig = await NoticeRig.OpenAsync();
        var alone = await TaggingOwners.TagAsync(rig, "独居老人");
        var clerk = await rig.Desk.SignInAsync(Role.ServiceDesk);
        var page = $"/{rig.Desk.Company.Slug}/Notices/Edit";
        var form = new Dictionary<string, string>
        {
            ["Community"] = rig.Own.Community.Id.ToString(),
            ["Input.Kind"] = "General",
            ["Input.Title"] = "上门看望",
            ["Input.Summary"] = "重阳",
            ["Input.Body"] = "志愿者上门",
            ["Audience.Tags"] = alone.ToString(),
            ["Audience.Owners"] = rig.Own.Zhang.Id.ToString(),
        };
        var answer = await Desk.PostAsync(clerk, page, page, form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var notice = await rig.Desk.See(db => db.Notices.AsNoTracking().SingleAsync());
        Assert.Equal([alone], notice.Audience.Tags);
        Assert.Equal([rig.Own.Zhang.Id], notice.Audience.Owners);
        Assert.Contains($"value=\"{rig.Own.Zhang.Id}\" checked", await clerk.GetStringAsync($"{page}/{notice.Id}"), StringComparison.Ordinal);
        // A draft of before tags were thought of reads as it did.
        Assert.Empty(Audience.Of("""{"Buildings":[],"Kinds":[],"Owners":[],"WithRenters":true}""").Tags);
    }

    private static int[] Last3(NeedsAnalysis analysis, string tag) => [.. analysis.Tags.SingleOrDefault(t => t.Name == tag)?.Months.Skip(3).Select(m => m.Owners) ?? []];

    private static Task<DateOnly> DayAsync(NoticeRig rig, int days) => rig.Desk.See(db => Task.FromResult(db.Current.Today(rig.Desk.Clock).AddDays(days)));

    private static Task<NeedsAnalysis> AnalyseAsync(NoticeRig rig, Guid? building) => rig.Desk.In((NeedsFigures f) => f.OfAsync(rig.Own.Community.Id, building));

    private static async Task CallAsync(NoticeRig rig, Guid owner, string topic)
    {
        await rig.Desk.In((CallTopics t) => t.FillAsync());
        var id = await rig.Desk.See(db => db.CallTopics.Where(t => t.Name == topic).Select(t => t.Id).SingleAsync());
        var unit = await rig.Desk.See(db => db.Ownerships.Where(o => o.OwnerId == owner).OrderBy(o => o.Unit.Code).Select(o => o.UnitId).FirstAsync());
        await rig.Desk.In((TakeCall t) => t.RunAsync(new NewCall(Guid.NewGuid(), null, owner, unit, null, null, id, "怎么办", "这么办", null, null, null)));
    }

    [GeneratedRegex("<td class=\"num\"><a href=\"(?<link>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Figure();
}
