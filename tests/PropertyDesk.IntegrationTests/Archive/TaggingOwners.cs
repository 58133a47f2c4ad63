using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Calls;
using PropertyDesk.Application.Notices;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Search;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Companies;
using PropertyDesk.IntegrationTests.Notices;

namespace PropertyDesk.IntegrationTests.Archive;

/// <summary>Tags and service needs: put on for a time, taken off without a trace lost, seen where the desk looks, and as an audience.</summary>
[Collection(nameof(NoticeRig))]
public sealed class TaggingOwners
{
    [Fact]
    public async Task A_tag_is_on_from_its_first_day_to_its_last_and_taken_off_its_row_stays()
    {
        var rig = await NoticeRig.OpenAsync();
        var today = await TodayAsync(rig);
        var (alone, baby) = (await TagAsync(rig, "独居老人"), await TagAsync(rig, "新生儿"));

        await PutAsync(rig, rig.Own.Zhang.Id, alone);
        await PutAsync(rig, rig.Own.Li.Id, baby, until: today.AddDays(1));
        await PutAsync(rig, rig.Own.Wang.Id, baby, from: today.AddDays(2), until: today.AddDays(9));
        Assert.Equal(["独居老人"], await ChipsAsync(rig, rig.Own.Zhang.Id));
        Assert.Equal(["新生儿"], await ChipsAsync(rig, rig.Own.Li.Id));
        Assert.Empty(await ChipsAsync(rig, rig.Own.Wang.Id));

        rig.Desk.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Empty(await ChipsAsync(rig, rig.Own.Li.Id));
        Assert.Equal(["新生儿"], await ChipsAsync(rig, rig.Own.Wang.Id));
        // The first passed by itself and makes room for the second child.
        await PutAsync(rig, rig.Own.Li.Id, baby, until: today.AddDays(400));

        var tagging = await rig.Desk.See(db => db.OwnerTaggings.Where(t => t.OwnerId == rig.Own.Zhang.Id).Select(t => t.Id).SingleAsync());
        await rig.Desk.In((TagOwners t) => t.TakeAsync(rig.Own.Zhang.Id, tagging));
        await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.In((TagOwners t) => t.TakeAsync(rig.Own.Zhang.Id, tagging)));
        Assert.Empty(await ChipsAsync(rig, rig.Own.Zhang.Id));
        var row = Assert.Single(await rig.Desk.In((TagQueries q) => q.HistoryAsync(rig.Own.Zhang.Id)));
        Assert.Equal(("独居老人", false, "测试", "测试"), (row.Tag.Name, row.IsOn, row.PutBy, row.TakenBy));
        Assert.Equal(2, (await rig.Desk.In((TagQueries q) => q.HistoryAsync(rig.Own.Li.Id))).Count);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_what_is_foreign_is_not_there()
    {
        var rig = await NoticeRig.OpenAsync();
        var (today, alone) = (await TodayAsync(rig), await TagAsync(rig, "独居老人"));
        await PutAsync(rig, rig.Own.Zhang.Id, alone);

        Assert.Equal("“{0}”已经在这位业主身上。", (await Assert.ThrowsAsync<RuleViolation>(() => PutAsync(rig, rig.Own.Zhang.Id, alone))).Key);
        Assert.Equal("Until", (await Assert.ThrowsAsync<RuleViolation>(() => PutAsync(rig, rig.Own.Li.Id, alone, until: today.AddDays(-1)))).Field);
        await Assert.ThrowsAsync<RuleViolation>(() => PutAsync(rig, rig.Own.Li.Id, alone, from: today.AddDays(5), until: today.AddDays(4)));
        await rig.Desk.In((OwnerTags t) => t.EndAsync(alone, isEnded: true));
        Assert.Equal("TagId", (await Assert.ThrowsAsync<RuleViolation>(() => PutAsync(rig, rig.Own.Li.Id, alone))).Field);
        Assert.Equal("已有同名的标签。", (await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.In((OwnerTags t) => t.SaveAsync(null, new TagTerms("独居老人", TagKind.Label, null, TagColour.Grey, false))))).Key);

        await rig.Desk.In(rig.Desk.Foreign, async (OwnerTags t) =>
        {
            await t.FillAsync();
            return true;
        });
        var foreign = await rig.Desk.In(rig.Desk.Foreign, (OwnerTags t) => t.ListAsync());
        await Assert.ThrowsAsync<NotFoundException>(() => PutAsync(rig, rig.Own.Li.Id, foreign[0].Id));
        await Assert.ThrowsAsync<NotFoundException>(() => PutAsync(rig, rig.Foreign.Li.Id, alone));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.Desk.In((OwnerTags t) => t.EndAsync(foreign[0].Id, true)));
    }

    [Fact]
    public async Task Twice_at_the_same_moment_it_is_on_once()
    {
        var rig = await NoticeRig.OpenAsync();
        var alone = await TagAsync(rig, "独居老人");
        var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            try
            {
                await PutAsync(rig, rig.Own.Zhang.Id, alone);
                return 1;
            }
            catch (RuleViolation)
            {
                return 0;
            }
        })));

        Assert.Equal(1, tries.Sum());
        Assert.Equal(1, await rig.Desk.See(db => db.OwnerTaggings.CountAsync()));
        Assert.Equal(1, await rig.Desk.See(db => db.OwnerChanges.CountAsync()));
    }

    [Fact]
    public async Task An_audience_is_whoever_has_one_of_the_tags_when_it_is_published()
    {
        var rig = await NoticeRig.OpenAsync();
        var (today, alone, baby) = (await TodayAsync(rig), await TagAsync(rig, "独居老人"), await TagAsync(rig, "新生儿"));
        await PutAsync(rig, rig.Own.Zhang.Id, alone);
        await PutAsync(rig, rig.Own.Wang.Id, alone);
        await PutAsync(rig, rig.Own.Chen.Id, baby, until: today.AddDays(1));

        async Task<string> NamesAsync(Audience audience)
        {
            var ids = (await rig.Desk.In((AudienceReader r) => r.MembersAsync(rig.Own.Community.Id, audience))).Select(m => m.OwnerId).ToList();
            return string.Join(' ', (await rig.Desk.See(db => db.Owners.Where(o => ids.Contains(o.Id)).Select(o => o.Name).ToListAsync())).Order(StringComparer.Ordinal));
        }

        Assert.Equal("张伟 王强", await NamesAsync(Audience.Everybody with { Tags = [alone] }));
        Assert.Equal("张伟 王强 陈晨", await NamesAsync(Audience.Everybody with { Tags = [alone, baby] }));
        Assert.Equal("张伟", await NamesAsync(Audience.Everybody with { Tags = [alone], Buildings = [rig.Own.Building3.Id] }));
        Assert.Equal("", await NamesAsync(Audience.Everybody with { Tags = [baby], WithRenters = false }));
        var audience = Audience.Everybody with { Tags = [alone, baby] };
        var id = await rig.DraftAsync(NoticeRig.Plan(audience));
        Assert.Contains("独居老人、新生儿", (await rig.Desk.In((NoticeQueries q) => q.FindAsync(id))).AudienceText, StringComparison.Ordinal);

        // Between draft and publishing one has grown and another got lonely.
        rig.Desk.Clock.Advance(TimeSpan.FromDays(2));
        await PutAsync(rig, rig.Own.Zhao.Id, alone);
        await rig.Desk.In((PublishNotices p) => p.PublishAsync(id));
        var told = await rig.Desk.See(db => db.NoticeRecipients.Where(r => r.NoticeId == id).Select(r => r.Owner.Name).ToListAsync());
        Assert.Equal(["张伟", "王强", "赵敏"], told.Order(StringComparer.Ordinal));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.DraftAsync(NoticeRig.Plan(Audience.Everybody with { Tags = [Guid.NewGuid()] })));
    }

    [Fact]
    public async Task The_desk_sees_it_in_list_search_and_call_and_a_sensitive_one_only_when_it_asks()
    {
        var rig = await NoticeRig.OpenAsync();
        var (alone, pregnant) = (await TagAsync(rig, "独居老人"), await TagAsync(rig, "孕妇"));
        await PutAsync(rig, rig.Own.Zhang.Id, alone, note: "女儿在国外");
        await PutAsync(rig, rig.Own.Zhang.Id, pregnant, note: "八月");

        var listed = await rig.Desk.In((OwnerList l) => l.FindAsync(new OwnerFilter(Group: new OwnerGroup(TagId: pregnant))));
        var row = Assert.Single(listed.Rows);
        Assert.Equal(("张伟", 1), (row.Name, row.Tags.Hidden));
        Assert.Equal(["独居老人"], row.Tags.Shown.Select(t => t.Name));
        Assert.Equal(["独居老人"], (await rig.Desk.In((DeskSearch s) => s.FindAsync("张伟")))[0].Tags.Shown.Select(t => t.Name));
        Assert.Equal(["独居老人"], Assert.Single(await rig.Desk.In((Callers c) => c.FindAsync("13812340001"))).Tags.Shown.Select(t => t.Name));

        var clerk = await rig.Desk.SignInAsync(Role.ServiceDesk);
        var page = $"/{rig.Desk.Company.Slug}/Owners/Needs/{rig.Own.Zhang.Id}";
        var html = WebUtility.HtmlDecode(await clerk.GetStringAsync(page));
        Assert.Contains("女儿在国外", html, StringComparison.Ordinal);
        Assert.DoesNotContain("八月", html, StringComparison.Ordinal);
        var revealed = WebUtility.HtmlDecode(await (await Desk.PostAsync(clerk, page, page + "?handler=Reveal", [])).Content.ReadAsStringAsync());
        Assert.Contains("八月", revealed, StringComparison.Ordinal);
        foreach (var other in new[] { "/Owners/Details/", "/Owners/Timeline/", "/Owners/History/" })
        {
            var text = WebUtility.HtmlDecode(await clerk.GetStringAsync($"/{rig.Desk.Company.Slug}{other}{rig.Own.Zhang.Id}"));
            Assert.Contains("独居老人", text, StringComparison.Ordinal);
            Assert.DoesNotContain("孕妇", text, StringComparison.Ordinal);
        }

        var form = new Dictionary<string, string> { ["Input.TagId"] = pregnant.ToString(), ["Input.Until"] = "2020-01-01" };
        var refused = await Desk.PostAsync(clerk, page, page + "?handler=Put", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("2020-01-01 已经过去", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_manager_sets_the_tags_up()
    {
        var rig = await NoticeRig.OpenAsync();
        var (manager, clerk) = (await rig.Desk.SignInAsync(Role.Manager), await rig.Desk.SignInAsync(Role.ServiceDesk));
        var page = $"/{rig.Desk.Company.Slug}/Owners/Settings/Tags";
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync(page)).StatusCode);
        Assert.Contains("独居老人", WebUtility.HtmlDecode(await manager.GetStringAsync(page)), StringComparison.Ordinal);

        var form = new Dictionary<string, string> { ["Input.Name"] = "退役军人", ["Input.Kind"] = "Label", ["Input.Mark"] = "军", ["Input.Colour"] = "Green" };
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(manager, page, page + "?handler=Save", form)).StatusCode);
        var tag = await rig.Desk.See(db => db.OwnerTags.AsNoTracking().SingleAsync(t => t.Name == "退役军人"));
        Assert.Equal((TagKind.Label, "军", TagColour.Green, false), (tag.Kind, tag.Mark, tag.Colour, tag.IsSensitive));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Desk.PostAsync(manager, page, page + "?handler=Save", form)).StatusCode);
    }

    internal static async Task<Guid> TagAsync(NoticeRig rig, string name)
    {
        await rig.Desk.In((OwnerTags t) => t.FillAsync());
        return await rig.Desk.See(db => db.OwnerTags.Where(t => t.Name == name).Select(t => t.Id).SingleAsync());
    }

    internal static Task PutAsync(NoticeRig rig, Guid owner, Guid tag, DateOnly? from = null, DateOnly? until = null, string? note = null) =>
        rig.Desk.In((TagOwners t) => t.PutAsync(owner, tag, from, until, note));

    private static Task<DateOnly> TodayAsync(NoticeRig rig) => rig.Desk.See(db => Task.FromResult(db.Current.Today(rig.Desk.Clock)));

    private static Task<string[]> ChipsAsync(NoticeRig rig, Guid owner) => rig.Desk.In<TagQueries, string[]>(async q => [.. (await q.OfAsync([owner]))[owner].Shown.Select(t => t.Name)]);
}
