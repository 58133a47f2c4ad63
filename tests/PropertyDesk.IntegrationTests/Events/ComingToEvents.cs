using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Events;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Audiences;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Events;
using PropertyDesk.Domain.Owners;
using PropertyDesk.IntegrationTests.Portal;

namespace PropertyDesk.IntegrationTests.Events;

/// <summary>The entrance, the figures, the photos, and what households say; over the pages as people use them.</summary>
public sealed class ComingToEvents
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    [Fact]
    public async Task Whatever_phones_send_however_often_a_household_is_counted_once()
    {
        var desk = await PortalDesk.OpenAsync();
        var id = await PublishAsync(desk);
        var (zhang, li) = (await SignUpAsync(desk, id, desk.Zhang, 3), await SignUpAsync(desk, id, desk.Li, 2));
        var now = desk.Desk.Clock.GetUtcNow();
        NotedCheckIn[] noted = [new(Guid.NewGuid(), zhang, 2, null, now.AddHours(-1)), new(Guid.NewGuid(), null, 4, "楼上李阿姨", now.AddMinutes(-5)), new(Guid.NewGuid(), Guid.NewGuid(), 1, null, now), new(Guid.NewGuid(), li, 0, null, now)];

        // The same three times at once, and another phone that had let the household in as well.
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => RecordAsync(desk, id, noted)))
            .Append(Task.Run(() => RecordAsync(desk, id, [new NotedCheckIn(Guid.NewGuid(), zhang, 3, null, now)]))));

        Assert.All(answers[..3], a => Assert.Equal([true, true, false, false], a.Select(x => x.IsDone)));
        Assert.True(Assert.Single(answers[3]).IsDone);
        var rows = await desk.Till.SeeAsync(db => db.EventCheckIns.AsNoTracking().Where(c => c.EventId == id).ToListAsync());
        Assert.Equal(2, rows.Count);
        Assert.Contains(rows.Single(r => r.SignUpId == zhang).People, new[] { 2, 3 });
        Assert.Equal((4, "楼上李阿姨"), (rows.Single(r => r.SignUpId is null).People, rows.Single(r => r.SignUpId is null).Name));
        var again = await RecordAsync(desk, id, [new NotedCheckIn(Guid.NewGuid(), zhang, 3, null, now)]);
        Assert.Contains("只算一次", again[0].Why, StringComparison.Ordinal);
        // Asked for after a wrong one was taken back, the household is counted anew.
        await desk.Till.WithAsync((CheckIns c) => c.UndoAsync(rows.Single(r => r.SignUpId == zhang).Id));
        Assert.Null((await RecordAsync(desk, id, [new NotedCheckIn(Guid.NewGuid(), zhang, 1, null, now)]))[0].Why);
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Desk.In(desk.Desk.Foreign, (CheckIns c) => c.RecordAsync(id, noted)));
    }

    [Fact]
    public async Task The_guard_loads_the_list_sends_what_the_phone_noted_and_sees_nothing_else_of_it()
    {
        var desk = await PortalDesk.OpenAsync();
        var id = await PublishAsync(desk);
        var signUp = await SignUpAsync(desk, id, desk.Zhang, 3);
        var (guard, owner) = (await desk.Desk.SignInAsync(Role.Guard), await desk.OwnerAsync(desk.Zhang));
        var pass = await desk.ReadAsync(owner, $"/Portal/Events/Pass/{signUp}");
        var code = await desk.Till.SeeAsync(db => db.EventSignUps.Where(s => s.Id == signUp).Select(s => s.Code).SingleAsync());
        Assert.Contains("class=\"qr\"", pass, StringComparison.Ordinal);
        Assert.Contains(code, pass, StringComparison.Ordinal);

        using var page = await guard.GetAsync($"{desk.Root}/Events/CheckIn/{id}?code={code}");
        Assert.Contains("camera=(self)", page.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        using (var other = await guard.GetAsync($"{desk.Root}/Events/Details/{id}"))
        {
            Assert.Contains("camera=()", other.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        }

        Assert.Contains($"data-household=\"{signUp}\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var request = Guid.NewGuid().ToString();
        (string, string)[] sent = [("entries[0].request", request), ("entries[0].signUp", signUp.ToString()), ("entries[0].people", "3"), ("entries[0].at", $"{desk.Desk.Clock.GetUtcNow().AddMinutes(-40).ToUnixTimeMilliseconds()}"), ("entries[1].request", Guid.NewGuid().ToString()), ("entries[1].people", "2"), ("entries[1].name", "路过的王叔")];
        foreach (var _ in (int[])[1, 2])
        {
            var (status, text) = await desk.PostAsync(guard, $"/Events/CheckIn/{id}?handler=Send", sent);
            Assert.Equal(HttpStatusCode.OK, status);
            var told = JsonDocument.Parse(text).RootElement;
            Assert.All(told.GetProperty("answers").EnumerateArray(), a => Assert.True(a.GetProperty("done").GetBoolean()));
            Assert.Equal(5, told.GetProperty("list").GetProperty("came").GetInt32());
        }

        var row = await desk.Till.SeeAsync(db => db.EventCheckIns.AsNoTracking().SingleAsync(c => c.SignUpId == signUp));
        Assert.Equal((desk.Desk.Clock.GetUtcNow().AddMinutes(-40).ToUnixTimeMilliseconds(), "测试员工"), (row.At.ToUnixTimeMilliseconds(), row.By));
        Assert.Equal(5, JsonDocument.Parse(await desk.ReadAsync(guard, $"/Events/CheckIn/{id}?handler=List")).RootElement.GetProperty("came").GetInt32());
        // Without script a row is a form; it says that the household is in already.
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(guard, $"/Events/CheckIn/{id}?handler=One", ("Request", Guid.NewGuid().ToString()), ("SignUp", signUp.ToString()), ("People", "3"))).Status);
        var wrong = await desk.PostAsync(guard, $"/Events/CheckIn/{id}?handler=One", ("Request", Guid.NewGuid().ToString()), ("People", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("没有计入", wrong.Text, StringComparison.Ordinal);

        foreach (var closed in new[] { $"/Events/Edit/SignUps/{id}", $"/events/{id}.xlsx", $"/Events/Edit/Photos/{id}", $"/Events/Publish/Cancel/{id}", "/Events/Edit" })
        {
            Assert.NotEqual(HttpStatusCode.OK, await desk.StatusAsync(guard, closed));
        }

        Assert.NotEqual(HttpStatusCode.OK, await desk.StatusAsync(owner, $"/Events/CheckIn/{id}"));
        Assert.Contains("已签到", await desk.ReadAsync(owner, $"/Portal/Events/Details/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_signs_up_on_the_portal_and_says_once_how_it_was()
    {
        var desk = await PortalDesk.OpenAsync();
        var id = await PublishAsync(desk, places: 3);
        var (zhang, li) = (await desk.OwnerAsync(desk.Zhang), await desk.OwnerAsync(desk.Li));
        Assert.Contains("邻里节", await desk.ReadAsync(zhang, "/Portal/Events"), StringComparison.Ordinal);
        var page = await desk.ReadAsync(zhang, $"/Portal/Events/Details/{id}");
        Assert.Contains("<strong>带水杯</strong>", page, StringComparison.Ordinal);
        var request = Regex.Match(page, "name=\"RequestId\" value=\"(?<id>[0-9a-f-]{36})\"", RegexOptions.ExplicitCapture).Groups["id"].Value;
        Task<(HttpStatusCode Status, string Text)> Post(HttpClient who, string handler, params (string, string)[] fields) => desk.PostAsync(who, $"/Portal/Events/Details/{id}?handler={handler}", fields);

        foreach (var _ in (int[])[1, 2])
        {
            Assert.Equal(HttpStatusCode.Redirect, (await Post(zhang, "SignUp", ("RequestId", request), ("Owner", desk.Zhang.Id.ToString()), ("People", "2"))).Status);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await Post(li, "SignUp", ("RequestId", Guid.NewGuid().ToString()), ("Owner", desk.Li.Id.ToString()), ("People", "2"))).Status);
        Assert.Contains("候补", await desk.ReadAsync(li, $"/Portal/Events/Details/{id}"), StringComparison.Ordinal);
        var (mine, others) = (await IdAsync(desk, desk.Zhang), await IdAsync(desk, desk.Li));
        Assert.Equal(HttpStatusCode.Redirect, (await Post(zhang, "People", ("signUp", mine.ToString()), ("people", "1"))).Status);
        Assert.Equal(SignUpState.Confirmed, await desk.Till.SeeAsync(db => db.EventSignUps.Where(s => s.Id == others).Select(s => s.State).SingleAsync()));
        var many = await Post(zhang, "People", ("signUp", mine.ToString()), ("people", "2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, many.Status);
        Assert.Contains("只剩 0 个", many.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Post(zhang, "Cancel", ("signUp", others.ToString()))).Status);
        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusAsync(zhang, $"/Portal/Events/Pass/{others}"));
        var viewer = await desk.FamilyAsync(desk.Li, Role.FamilyViewer);
        Assert.Contains("您只能查看", await desk.ReadAsync(await desk.FamilyAsync(desk.Zhang, Role.FamilyViewer), $"/Portal/Events/Details/{await PublishAsync(desk)}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Post(viewer, "Cancel", ("signUp", others.ToString()))).Status);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post(zhang, "Rate", ("signUp", mine.ToString()), ("score", "5"))).Status);
        await RecordAsync(desk, id, [new NotedCheckIn(Guid.NewGuid(), mine, 1, null, desk.Desk.Clock.GetUtcNow()), new NotedCheckIn(Guid.NewGuid(), others, 2, null, desk.Desk.Clock.GetUtcNow()), new NotedCheckIn(Guid.NewGuid(), null, 5, null, desk.Desk.Clock.GetUtcNow())]);
        Assert.Equal(HttpStatusCode.Redirect, (await Post(zhang, "Rate", ("signUp", mine.ToString()), ("score", "5"), ("words", "<b>很好</b>"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post(zhang, "Rate", ("signUp", mine.ToString()), ("score", "1"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await Post(li, "Rate", ("signUp", others.ToString()), ("score", "4"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post(zhang, "Cancel", ("signUp", mine.ToString()))).Status);

        var details = await desk.Till.WithAsync((EventQueries q) => q.FindAsync(id));
        Assert.Equal(new EventFigures(3, 2, 3, 0, 0, 2, 3, 0, 5, 2, 4.5m), details.Figures);
        var manager = await desk.Desk.SignInAsync(Role.Manager);
        Assert.Contains("&lt;b&gt;很好&lt;/b&gt;", await manager.GetStringAsync($"{desk.Root}/Events/Details/{id}"), StringComparison.Ordinal);
        var list = await desk.Till.WithAsync((EventQueries q) => q.SheetsAsync(id));
        Assert.Equal([2, 1, 2], list.Select(s => s.Rows.Count));
        Assert.Equal(["张伟", "李娜"], list[0].Rows.Select(r => r[1]));
        using var file = await manager.GetAsync($"{desk.Root}/events/{id}.xlsx");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
    }

    [Fact]
    public async Task Photos_are_kept_once_and_seen_by_those_who_were_told_of_the_event()
    {
        var desk = await PortalDesk.OpenAsync();
        var id = await PublishAsync(desk, audience: new Audience([], [], [desk.Zhang.Id], false));
        Task<int> Add(params NewFile[] files) => desk.Till.WithAsync((EventPhotos p) => p.AddAsync(id, files));

        Assert.Equal(2, await Add(new NewFile("饺子.png", Picture), new NewFile("合影.png", [.. Picture, 1]), new NewFile("又一张.png", Picture)));
        Assert.Equal(0, await Add(new NewFile("饺子.png", Picture)));
        await Assert.ThrowsAsync<RuleViolation>(() => Add(new NewFile("新.png", [.. Picture, 2]), new NewFile("名单.pdf", Encoding.ASCII.GetBytes("%PDF-1.7"))));
        Assert.Equal((2, 2), (await desk.Till.SeeAsync(db => db.EventPhotos.CountAsync()), await desk.Till.SeeAsync(db => db.StoredFiles.CountAsync())));

        var photo = await desk.Till.SeeAsync(db => db.EventPhotos.Where(p => p.File.Name == "饺子.png").Select(p => p.Id).SingleAsync());
        var (zhang, li, manager) = (await desk.OwnerAsync(desk.Zhang), await desk.OwnerAsync(desk.Li), await desk.Desk.SignInAsync(Role.Manager));
        Assert.Contains($"/portal/events/photos/{photo}", await desk.ReadAsync(zhang, $"/Portal/Events/Details/{id}"), StringComparison.Ordinal);
        Assert.Equal(Picture, await zhang.GetByteArrayAsync($"{desk.Root}/portal/events/photos/{photo}"));
        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusAsync(li, $"/portal/events/photos/{photo}"));
        Assert.NotEqual(HttpStatusCode.OK, await desk.StatusAsync(zhang, $"/events/photos/{photo}"));
        Assert.Equal(HttpStatusCode.OK, await desk.StatusAsync(manager, $"/events/photos/{photo}"));

        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(manager, $"/Events/Edit/Photos/{id}?handler=Remove", ("photo", photo.ToString()))).Status);
        Assert.Equal((1, 1), (await desk.Till.SeeAsync(db => db.EventPhotos.CountAsync()), await desk.Till.SeeAsync(db => db.StoredFiles.CountAsync())));
        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusAsync(zhang, $"/portal/events/photos/{photo}"));
    }

    [Fact]
    public async Task The_clerk_drafts_the_manager_publishes_and_a_form_sent_twice_is_one_event()
    {
        var desk = await PortalDesk.OpenAsync();
        var (clerk, manager) = (await desk.Desk.SignInAsync(Role.ServiceDesk), await desk.Desk.SignInAsync(Role.Manager));
        var local = TimeZoneInfo.ConvertTime(desk.Desk.Clock.GetUtcNow().AddDays(2), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        (string, string)[] Fields(string title, string until) =>
        [
            ("Community", desk.Zhang.CommunityId.ToString()), ("Input.RequestId", "11111111-2222-4333-8444-555555555555"), ("Input.Title", title), ("Input.Summary", "一起来"), ("Input.Body", "正文"), ("Input.Place", "会所"),
            ("Input.From", $"{local:yyyy-MM-ddTHH:mm}"), ("Input.Until", until), ("Input.Places", "10"), ("Input.PerHousehold", "2"), ("Audience.WithRenters", "true"),
        ];
        var wrong = await desk.PostAsync(clerk, "/Events/Edit", Fields("饺子", $"{local.AddHours(-1):yyyy-MM-ddTHH:mm}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("结束时间须晚于开始时间", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("饺子", wrong.Text, StringComparison.Ordinal);
        foreach (var _ in (int[])[1, 2])
        {
            Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(clerk, "/Events/Edit", Fields("饺子", $"{local.AddHours(1):yyyy-MM-ddTHH:mm}"))).Status);
        }

        var of = await desk.Till.SeeAsync(db => db.CommunityEvents.AsNoTracking().SingleAsync());
        Assert.Equal((of.From, EventState.Draft), (of.SignUpUntil, of.State));
        Assert.NotEqual(HttpStatusCode.OK, await desk.StatusAsync(clerk, $"/Events/Publish/{of.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusAsync(await desk.OwnerAsync(desk.Zhang), $"/Portal/Events/Details/{of.Id}"));
        var shown = Regex.Match(await desk.ReadAsync(manager, $"/Events/Publish/{of.Id}"), "name=\"Expected\" value=\"(?<n>[0-9]+)\"", RegexOptions.ExplicitCapture).Groups["n"].Value;
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(manager, $"/Events/Publish/{of.Id}", ("Expected", shown))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.PostAsync(clerk, $"/Events/Edit/{of.Id}", Fields("改名", $"{local.AddHours(1):yyyy-MM-ddTHH:mm}"))).Status);
        // Whoever calls is signed up by the clerk, once.
        var unit = await desk.Till.SeeAsync(db => db.Ownerships.Where(o => o.OwnerId == desk.Zhang.Id).Select(o => o.Unit.Code).FirstAsync());
        foreach (var _ in (int[])[1, 2])
        {
            Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(clerk, $"/Events/Edit/SignUps/{of.Id}?handler=SignUp", ("RequestId", "11111111-2222-4333-8444-666666666666"), ("Unit", unit), ("People", "2"))).Status);
        }

        Assert.Equal((2, "测试员工"), await desk.Till.SeeAsync(async db => (await db.CommunityEvents.Select(e => e.Taken).SingleAsync(), await db.EventSignUps.Select(s => s.By!).SingleAsync())));
    }

    private static async Task<Guid> PublishAsync(PortalDesk desk, int places = 10, Audience? audience = null)
    {
        var from = desk.Desk.Clock.GetUtcNow().AddHours(3);
        var plan = new EventPlan("邻里节", "一起来", "**带水杯**", "中心花园", from, from.AddHours(2), null, places, Math.Min(4, places), audience ?? Audience.Everybody);
        var id = await desk.Till.WithAsync((WriteEvents w) => w.DraftAsync(desk.Zhang.CommunityId, Guid.NewGuid(), plan));
        await desk.Till.WithAsync((RunEvents r) => r.PublishAsync(id));
        return id;
    }

    private static Task<Guid> SignUpAsync(PortalDesk desk, Guid id, Owner owner, int people) => desk.AsOwnerAsync(owner, (SignUps s) => s.SignUpAsync(id, Guid.NewGuid(), owner.Id, people));

    private static Task<Guid> IdAsync(PortalDesk desk, Owner owner) => desk.Till.SeeAsync(db => db.EventSignUps.Where(s => s.OwnerId == owner.Id).Select(s => s.Id).SingleAsync());

    private static Task<IReadOnlyList<CheckInAnswer>> RecordAsync(PortalDesk desk, Guid id, NotedCheckIn[] noted) => desk.Till.WithAsync((CheckIns c) => c.RecordAsync(id, noted));
}
