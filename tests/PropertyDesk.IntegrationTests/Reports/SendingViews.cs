using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.Domain.Reports;
using PropertyDesk.Domain.Shifts;
using PropertyDesk.IntegrationTests.Deliveries;
using PropertyDesk.Web.Reports;

namespace PropertyDesk.IntegrationTests.Reports;

/// <summary>Saved views: made on their days with the eyes of each recipient, once, and sent through a real mail server.</summary>
[Collection(nameof(DeliveryRig))]
public sealed class SendingViews
{
    private static readonly Role[] Readers = [Role.Manager, Role.Finance];

    [Fact]
    public async Task Each_recipient_gets_what_they_may_see_once_whoever_makes_it()
    {
        await using var rig = await DeliveryRig.OpenAsync();
        var (wide, narrow) = (await StaffAsync(rig, "全看得到", limited: false), await StaffAsync(rig, "只看翠湖", limited: true));
        await OpenTillsAsync(rig);
        var view = await rig.Desk.As(wide, Role.Manager, (ReportViews v) => v.AddAsync(Order(rig, ViewRhythm.Daily, wide, narrow), Readers));
        Assert.Equal(0, await MakeAsync(rig));

        Tomorrow(rig, hour: 6);
        Assert.Equal(0, await MakeAsync(rig));
        Tomorrow(rig, hour: 8, days: 0);
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MakeAsync(rig))));
        await MakeAsync(rig);
        await rig.DrainAsync();

        var files = await rig.Desk.See(db => db.ReportFiles.OrderBy(f => f.UserName).ToListAsync());
        Assert.Equal(2, made.Sum());
        Assert.Equal([ReportFileState.Made, ReportFileState.Made], files.Select(f => f.State));
        Assert.All(files, f => Assert.Equal(view, f.ViewId));
        var texts = files.ToDictionary(f => f.UserId, f => Text(f.Content!));
        Assert.Contains("别处的收费员", texts[wide], StringComparison.Ordinal);
        Assert.Contains("翠湖的收费员", texts[narrow], StringComparison.Ordinal);
        Assert.DoesNotContain("别处的收费员", texts[narrow], StringComparison.Ordinal);
        Assert.Equal(["narrow@example.com", "wide@example.com"], rig.Box.Letters.Select(l => l.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal));
        Assert.All(rig.Box.Letters, l => Assert.EndsWith(".xlsx", Assert.Single(l.Attachments).ContentDisposition!.FileName, StringComparison.Ordinal));
        Assert.Equal(2, await rig.Desk.See(db => db.Deliveries.CountAsync(d => d.Kind == DeliveryKind.Report && d.State == DeliveryState.Sent)));

        // The next day, once more.
        Tomorrow(rig, hour: 8);
        await MakeAsync(rig);
        Assert.Equal(4, await rig.Desk.See(db => db.ReportFiles.CountAsync()));
    }

    [Fact]
    public async Task Who_may_not_read_reports_any_more_gets_none()
    {
        await using var rig = await DeliveryRig.OpenAsync();
        var manager = await StaffAsync(rig, "调走的", limited: false);
        await rig.Desk.As(manager, Role.Manager, (ReportViews v) => v.AddAsync(Order(rig, ViewRhythm.Daily, manager), Readers));
        await rig.Desk.See(db => db.Memberships.Where(m => m.UserId == manager).ExecuteUpdateAsync(set => set.SetProperty(m => m.Role, Role.Guard)));

        Tomorrow(rig, hour: 8);
        await MakeAsync(rig);
        await rig.DrainAsync();

        var file = await rig.Desk.See(db => db.ReportFiles.SingleAsync());
        Assert.Equal((ReportFileState.Failed, "此人已不能查看报表。"), (file.State, file.Problem));
        Assert.Null(file.Content);
        Assert.Empty(rig.Box.Letters);
    }

    [Fact]
    public async Task A_report_is_made_in_the_background_for_whom_asked_alone()
    {
        await using var rig = await DeliveryRig.OpenAsync();
        var home = $"/{rig.Desk.Company.Slug}";
        var manager = await rig.Desk.SignInAsync(Role.Manager);
        var fields = new Dictionary<string, string> { ["requestId"] = Guid.NewGuid().ToString(), ["report"] = "Money", ["format"] = "Paper", ["from"] = "2025-01-01", ["asOf"] = "2025-05-31" };
        for (var twice = 0; twice < 2; twice++)
        {
            var asked = await Desk.PostAsync(manager, $"{home}/Reports/Money", $"{home}/Reports/Files?handler=Make", fields);
            Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        }

        Assert.Contains("data-poll=\"?handler=State\"", await manager.GetStringAsync($"{home}/Reports/Files"), StringComparison.Ordinal);
        Assert.Equal(1, await MakeAsync(rig));

        var id = await rig.Desk.See(db => db.ReportFiles.Select(f => f.Id).SingleAsync());
        var list = await manager.GetStringAsync($"{home}/Reports/Files?handler=State");
        Assert.Contains($"/reports/files/{id}", list, StringComparison.Ordinal);
        Assert.Contains("data-poll=\"\"", list, StringComparison.Ordinal);
        Assert.Equal("%PDF"u8.ToArray(), (await manager.GetByteArrayAsync($"{home}/reports/files/{id}"))[..4]);
        var other = await rig.Desk.SignInAsync(Role.Finance);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(new Uri($"{home}/reports/files/{id}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Views_are_ones_own_and_a_shared_one_is_only_opened_by_others()
    {
        await using var rig = await DeliveryRig.OpenAsync();
        var home = $"/{rig.Desk.Company.Slug}";
        var (mine, theirs) = (await rig.Desk.SignInAsync(Role.Manager), await rig.Desk.SignInAsync(Role.Finance));
        var page = $"{home}/Reports/Views/Edit";
        Dictionary<string, string> Fields(string name, bool shared) => new()
        {
            ["Input.RequestId"] = Guid.NewGuid().ToString(),
            ["Input.Name"] = name,
            ["Input.Report"] = "Arrears",
            ["Input.Span"] = "LastMonth",
            ["Input.IsShared"] = shared ? "true" : "false",
            ["Input.Rhythm"] = "Never",
            ["Input.Weekday"] = "Monday",
            ["Input.MonthDay"] = "1",
            ["Input.Format"] = "Workbook",
        };
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(mine, page, page, Fields("自己看", shared: false))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(mine, page, page, Fields("大家看", shared: true))).StatusCode);

        var (own, seen) = (await mine.GetStringAsync($"{home}/Reports/Views"), await theirs.GetStringAsync($"{home}/Reports/Views"));
        Assert.Contains("自己看", WebUtility.HtmlDecode(own), StringComparison.Ordinal);
        Assert.DoesNotContain("自己看", WebUtility.HtmlDecode(seen), StringComparison.Ordinal);
        Assert.Contains("大家看", WebUtility.HtmlDecode(seen), StringComparison.Ordinal);
        var shared = await rig.Desk.See(db => db.ReportViews.Where(v => v.IsShared).Select(v => v.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetAsync(new Uri($"{page}/{shared}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Desk.PostAsync(theirs, page, $"{page}/{shared}", Fields("抢来", shared: true))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Desk.PostAsync(theirs, page, $"{page}/{shared}?handler=Delete", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(mine, page, $"{page}/{shared}?handler=Delete", [])).StatusCode);
    }

    private static ViewOrder Order(DeliveryRig rig, ViewRhythm rhythm, params Guid[] recipients) => new(
        Guid.NewGuid(), "每日资金", ReportName.Money, ViewSpan.MonthToDate, null, IsShared: false, rhythm, DayOfWeek.Monday, 1, ReportFormat.Workbook, recipients);

    private static Task<int> MakeAsync(DeliveryRig rig) => rig.Desk.In((MakeReports m) => m.RunAsync(CancellationToken.None));

    // Shanghai is eight hours ahead.
    private static void Tomorrow(DeliveryRig rig, int hour, int days = 1)
    {
        var today = rig.Desk.Clock.GetUtcNow().AddHours(8).Date.AddDays(days);
        rig.Desk.Clock.SetUtcNow(new DateTimeOffset(today.AddHours(hour), TimeSpan.FromHours(8)).ToUniversalTime());
    }

    private static Task<Guid> StaffAsync(DeliveryRig rig, string name, bool limited) => rig.Desk.See(async db =>
    {
        var user = new DeskUser { UserName = Guid.NewGuid().ToString("n"), DisplayName = name, Email = limited ? "narrow@example.com" : "wide@example.com" };
        var member = Membership.OfStaff(await db.Companies.SingleAsync(c => c.Id == rig.Desk.Company.Id), user.Id, Role.Manager);
        if (limited)
        {
            member.LimitTo([await db.Communities.SingleAsync(c => c.Id == rig.Community.Id)]);
        }

        db.AddRange(user, member);
        await db.SaveChangesAsync();
        return user.Id;
    });

    // One in each of two communities, on the day of the report.
    private static Task<int> OpenTillsAsync(DeliveryRig rig) => rig.Desk.See(async db =>
    {
        var other = new Community(await db.Companies.SingleAsync(c => c.Id == rig.Desk.Company.Id), "另一个小区");
        var (here, now) = (await db.Communities.SingleAsync(c => c.Id == rig.Community.Id), rig.Desk.Clock.GetUtcNow());
        db.AddRange(other, new Shift(here, Guid.NewGuid(), "翠湖的收费员", Money.Zero, now), new Shift(other, Guid.NewGuid(), "别处的收费员", Money.Zero, now));
        return await db.SaveChangesAsync();
    });

    private static string Text(byte[] workbook)
    {
        using var book = new ZipArchive(new MemoryStream(workbook));
        return string.Concat(book.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
    }
}
