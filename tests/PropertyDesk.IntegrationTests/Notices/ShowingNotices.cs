using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Notices;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Notices;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.IntegrationTests.Notices;

[Collection(nameof(NoticeRig))]
public sealed class ShowingNotices
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task Only_who_was_sent_it_finds_it_on_the_portal_and_reading_counts_once()
    {
        var rig = await NoticeRig.OpenAsync();
        var id = await rig.Desk.In((WriteNotices w) => w.DraftAsync(rig.Own.Community.Id, NoticeRig.Plan(rig.Building3()), [new NewFile("告示.png", Png)]));
        var file = await rig.Desk.See(db => db.NoticeFiles.Select(f => f.FileId).SingleAsync());
        Task<T> Ask<T>(Domain.Owners.Owner owner, Func<PortalNotices, Task<T>> act) => rig.AsOwnerAsync(owner, act);

        // A draft is nobody's.
        await Assert.ThrowsAsync<NotFoundException>(() => Ask(rig.Own.Li, p => p.FindAsync(id)));
        await rig.Desk.In((PublishNotices p) => p.PublishAsync(id));
        Assert.Single(await Ask(rig.Own.Li, p => p.UnreadAsync()));
        Assert.Equal(Png, (await Ask(rig.Own.Li, p => p.FileAsync(id, file))).Content);
        foreach (var other in new[] { rig.Own.Wang, rig.Own.Zhao, rig.Own.Chen, rig.Foreign.Li })
        {
            Assert.Equal(0, (await Ask(other, p => p.ListAsync())).Total);
            await Assert.ThrowsAsync<NotFoundException>(() => Ask(other, p => p.FindAsync(id)));
            await Assert.ThrowsAsync<NotFoundException>(() => Ask(other, p => p.FileAsync(id, file)));
            await Assert.ThrowsAsync<NotFoundException>(() => Ask(other, async p => { await p.ReadAsync(id); return true; }));
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ask(rig.Own.Li, async p => { await p.ReadAsync(id); return true; })));
        await Ask(rig.Own.Li, async p => { await p.ReadAsync(id); return true; });

        Assert.Equal(1, await rig.Desk.See(db => db.NoticeReads.CountAsync()));
        Assert.Equal(1, (await rig.Desk.In((NoticeRecipients r) => r.FiguresAsync(id))).Readers);
        Assert.Empty(await Ask(rig.Own.Li, p => p.UnreadAsync()));
        Assert.Equal(["张伟"], (await rig.Desk.In((NoticeRecipients r) => r.ListAsync(id, RecipientsShown.Unread))).Rows.Select(r => r.Owner));
    }

    [Fact]
    public async Task A_correction_waits_to_be_read_anew()
    {
        var rig = await NoticeRig.OpenAsync();
        var id = await rig.PublishAsync(NoticeRig.Plan(rig.Building3()));
        Task<int> UnreadAsync() => rig.AsOwnerAsync(rig.Own.Li, async (PortalNotices p) => (await p.UnreadAsync()).Count);
        Task ReadAsync() => rig.AsOwnerAsync(rig.Own.Li, async (PortalNotices p) => { await p.ReadAsync(id); return true; });
        await ReadAsync();
        Assert.Equal(0, await UnreadAsync());

        var text = (await rig.Desk.See(db => db.Notices.AsNoTracking().Include(n => n.Versions).SingleAsync(n => n.Id == id))).Current.Text;
        await rig.Desk.In((PublishNotices p) => p.CorrectAsync(id, text with { Title = "停水改到周三" }, "日期写错", tellsAgain: true));

        Assert.Equal((1, 0), (await UnreadAsync(), (await rig.Desk.In((NoticeRecipients r) => r.FiguresAsync(id))).Readers));
        await ReadAsync();
        await ReadAsync();
        Assert.Equal((0, 1), (await UnreadAsync(), (await rig.Desk.In((NoticeRecipients r) => r.FiguresAsync(id))).Readers));
    }

    [Fact]
    public async Task The_public_page_shows_what_is_public_and_nothing_else()
    {
        var rig = await NoticeRig.OpenAsync();
        var stranger = rig.Desk.Anonymous();
        var board = $"/account/notices/{rig.Own.Community.Id}";
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(board)).StatusCode);

        var open = await rig.PublishAsync(NoticeRig.Plan(rig.Building3(), open: true, title: "公开的停水"));
        var closed = await rig.PublishAsync(NoticeRig.Plan(title: "只给业主的"));
        var draft = await rig.DraftAsync(NoticeRig.Plan(open: true, title: "草稿里的"));
        var withdrawn = await rig.PublishAsync(NoticeRig.Plan(open: true, title: "撤回了的"));
        await rig.Desk.In((PublishNotices p) => p.WithdrawAsync(withdrawn, "错了"));

        using var answer = await stranger.GetAsync(board);
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()) + WebUtility.HtmlDecode(await stranger.GetStringAsync($"{board}/{open}"));
        Assert.Equal((HttpStatusCode.OK, TimeSpan.FromMinutes(1)), (answer.StatusCode, answer.Headers.CacheControl!.MaxAge));
        Assert.True(answer.Headers.CacheControl.Public);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("公开的停水", text, StringComparison.Ordinal);
        foreach (var secret in new[] { "只给业主的", "草稿里的", "撤回了的", "张伟", "李娜", "1801", "1381234", "测试", "__RequestVerificationToken" })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }

        foreach (var path in new[] { $"{board}/{closed}", $"{board}/{draft}", $"{board}/{withdrawn}", $"/account/notices/{rig.Foreign.Community.Id}", $"/account/notices/{rig.Foreign.Community.Id}/{open}", $"{board}/{open}/files/{Guid.NewGuid()}" })
        {
            using var missing = await stranger.GetAsync(path);
            Assert.True(missing.StatusCode == HttpStatusCode.NotFound, $"{path} {missing.StatusCode}");
            Assert.True(missing.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task Who_came_later_reads_what_is_public_while_it_holds_and_no_more()
    {
        var rig = await NoticeRig.OpenAsync();
        var open = await rig.PublishAsync(NoticeRig.Plan(open: true, title: "公开的停水"));
        var closed = await rig.PublishAsync(NoticeRig.Plan(title: "只给业主的"));
        var elsewhere = await rig.PublishAsync(NoticeRig.Plan(rig.Building3(), open: true, title: "公开的三栋停水"));
        var late = await rig.Desk.See(async db =>
        {
            var owner = new Owner(await db.Communities.SingleAsync(c => c.Id == rig.Own.Community.Id), "新业主");
            db.Add(owner);
            await db.SaveChangesAsync();
            return owner;
        });

        var seen = Assert.Single((await rig.AsOwnerAsync(late, (PortalNotices p) => p.ListAsync())).Rows);
        Assert.Equal((open, true), (seen.Id, seen.IsRead));
        Assert.Empty(await rig.AsOwnerAsync(late, (PortalNotices p) => p.UnreadAsync()));
        Assert.Equal("公开的停水", (await rig.AsOwnerAsync(late, (PortalNotices p) => p.FindAsync(open))).Text.Title);
        await rig.AsOwnerAsync(late, async (PortalNotices p) =>
        {
            await p.ReadAsync(open);
            return 0;
        });
        Assert.Equal(0, (await rig.Desk.In((NoticeRecipients r) => r.FiguresAsync(open))).Readers);
        await Assert.ThrowsAsync<NotFoundException>(() => rig.AsOwnerAsync(late, (PortalNotices p) => p.FindAsync(closed)));
        await Assert.ThrowsAsync<NotFoundException>(() => rig.AsOwnerAsync(late, (PortalNotices p) => p.FindAsync(elsewhere)));
        await rig.Desk.In((PublishNotices p) => p.WithdrawAsync(open, "错了"));
        Assert.Empty((await rig.AsOwnerAsync(late, (PortalNotices p) => p.ListAsync())).Rows);
        await Assert.ThrowsAsync<NotFoundException>(() => rig.AsOwnerAsync(late, (PortalNotices p) => p.FindAsync(open)));
    }

    [Fact]
    public async Task Who_drafts_does_not_publish_and_foreign_rows_are_not_there()
    {
        var rig = await NoticeRig.OpenAsync();
        var (id, root) = (await rig.DraftAsync(), $"/{rig.Desk.Company.Slug}");
        var (clerk, collector, foreign) = (await rig.Desk.SignInAsync(Role.ServiceDesk), await rig.Desk.SignInAsync(Role.Collector), await rig.Desk.SignInAsync(Role.Manager, rig.Desk.Foreign));

        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync($"{root}/Notices/Edit/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync($"{root}/Notices/Publish/{id}")).StatusCode);
        using var refused = await Desk.PostAsync(clerk, $"{root}/Notices/Edit/{id}", $"{root}/Notices/Publish/{id}?handler=Publish", []);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await collector.GetAsync($"{root}/Notices/Details/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await collector.GetAsync($"{root}/Notices/Edit")).StatusCode);
        foreach (var path in new[] { $"Notices/Details/{id}", $"Notices/Edit/{id}", $"Notices/Publish/{id}", $"Notices/Publish/Correct/{id}", $"Notices/Recipients/{id}", $"notices/{id}.pdf", $"notices/{id}.xlsx" })
        {
            Assert.True((await foreign.GetAsync($"/{rig.Desk.Foreign.Slug}/{path}")).StatusCode == HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task The_desk_writes_publishes_prints_and_exports()
    {
        var rig = await NoticeRig.OpenAsync();
        var (manager, root) = (await rig.Desk.SignInAsync(Role.Manager), $"/{rig.Desk.Company.Slug}");
        using var drafted = await Desk.PostAsync(manager, $"{root}/Notices/Edit", $"{root}/Notices/Edit?community={rig.Own.Community.Id}", new()
        {
            ["Input.Kind"] = nameof(NoticeKind.Outage),
            ["Input.Title"] = "=停电",
            ["Input.Summary"] = "检修",
            ["Input.Body"] = "# 安排\n\n- 一\n- 二\n\n|栋|时间|\n|-|-|\n|3|9点|",
            ["Input.From"] = "2030-05-20T09:00",
            ["Input.Until"] = "2030-05-20T17:00",
            ["Input.Expect"] = "电梯停运",
            ["Audience.Buildings"] = rig.Own.Building3.Id.ToString(),
            ["Audience.WithRenters"] = "false",
        });
        Assert.Equal(HttpStatusCode.Redirect, drafted.StatusCode);
        var notice = await rig.Desk.See(db => db.Notices.Include(n => n.Versions).AsNoTracking().SingleAsync());
        Assert.Equal(new DateTimeOffset(2030, 5, 20, 1, 0, 0, TimeSpan.Zero), notice.Current.From);

        var page = WebUtility.HtmlDecode(await manager.GetStringAsync($"{root}/Notices/Publish/{notice.Id}"));
        Assert.Contains("发布给 2 位业主", page, StringComparison.Ordinal);
        using var published = await Desk.PostAsync(manager, $"{root}/Notices/Publish/{notice.Id}", $"{root}/Notices/Publish/{notice.Id}?handler=Publish", new() { ["Expected"] = "2" });
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);

        Assert.Contains("2030-05-20 09:00–17:00", await manager.GetStringAsync($"{root}/Notices/Details/{notice.Id}"), StringComparison.Ordinal);
        Assert.Contains("张伟", WebUtility.HtmlDecode(await manager.GetStringAsync($"{root}/Notices/Recipients/{notice.Id}?shown=Unread")), StringComparison.Ordinal);
        Assert.Contains("=停电", WebUtility.HtmlDecode(await manager.GetStringAsync($"{root}/Owners/Details/{rig.Own.Li.Id}")), StringComparison.Ordinal);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(await manager.GetByteArrayAsync($"{root}/notices/{notice.Id}.pdf"));
        var words = string.Concat(pdf.GetPages().SelectMany(p => p.Letters).Select(l => l.Value));
        Assert.All(["翠湖花园", "停电", "安排", "电梯停运", "9点"], part => Assert.Contains(part, words, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync($"{root}/notices/{notice.Id}.xlsx?shown=All")).StatusCode);
    }
}
