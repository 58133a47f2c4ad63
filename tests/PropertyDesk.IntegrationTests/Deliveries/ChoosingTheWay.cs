using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;
using UglyToad.PdfPig;

namespace PropertyDesk.IntegrationTests.Deliveries;

/// <summary>Publication queues each owner's message by the owner's way; the bill goes with it; the pages set it up and decide.</summary>
[Collection(nameof(DeliveryRig))]
public sealed class ChoosingTheWay
{
    [Fact]
    public async Task A_publication_tells_each_owner_by_the_chosen_way_with_the_bill()
    {
        await using var rig = await DeliveryRig.OpenAsync();
        await rig.SetSmsAsync();
        await rig.Desk.In((DeliveryTemplates t) => t.ChangeAsync(DeliveryKind.BillIssued, DeliveryChannel.Sms, DeliveryLanguage.Chinese, new("", "{owner}：{open}", "SMS_1", ["owner", "open"], AttachesBill: false)));
        await rig.Desk.In((DeliverySetup s) => s.ChangeAsync([DeliveryChannel.Email, DeliveryChannel.Sms], QuietHours.Usual, new(6000, 6000, 10, 5), DeliveryLanguage.Chinese));
        var (community, _, _) = await rig.Desk.ImportAsync("jinxiu-messy.xlsx");
        var draft = await rig.Desk.In((BillRuns r) => r.DraftAsync(community, new BillingMonth(2025, 5)));
        var owners = await rig.Desk.See(db => db.Bills.Select(b => b.OwnerId).Distinct().OrderBy(o => o).Take(4).ToListAsync());
        await rig.Desk.In(async (Application.DeskDbContext db) =>
        {
            foreach (var (i, id) in owners.Index())
            {
                var owner = await db.Owners.SingleAsync(o => o.Id == id);
                owner.SetContact(i == 3 ? null : "13800001234", i == 2 ? null : $"o{i}@example.com");
            }

            return await db.SaveChangesAsync();
        });
        await rig.Desk.In((DeliveryPreferences p) => p.ChangeAsync(owners[0], DeliveryChannel.Sms, null, []));
        await rig.Desk.In((DeliveryPreferences p) => p.ChangeAsync(owners[1], DeliveryChannel.Email, DeliveryLanguage.English, []));
        await rig.Desk.In((DeliveryPreferences p) => p.ChangeAsync(owners[3], null, null, [DeliveryChannel.Email]));
        await rig.Desk.In((BillPublishing p) => p.PublishAsync(draft.RunId));

        async Task<Delivery?> Of(Guid owner) => await rig.Desk.See(db => db.Deliveries.AsNoTracking().FirstOrDefaultAsync(d => d.OwnerId == owner));
        Assert.Equal(DeliveryChannel.Sms, (await Of(owners[0]))!.Channel);
        Assert.Equal(DeliveryChannel.Email, (await Of(owners[1]))!.Channel);
        Assert.Equal(DeliveryChannel.Sms, (await Of(owners[2]))!.Channel);
        var unreachable = (await Of(owners[3]))!;
        Assert.Equal((DeliveryState.Unreachable, "邮件：业主不同意；短信：没有登记手机号"), (unreachable.State, unreachable.Reason));
        await rig.DrainAsync(20);

        var letter = rig.Box.Letters.First(l => l.To.Mailboxes.Single().Address == "o1@example.com");
        Assert.Contains("bill of 2025-05", letter.Subject, StringComparison.Ordinal);
        using var pdf = new MemoryStream();
        await ((MimeKit.MimePart)letter.Attachments.First()).Content!.DecodeToAsync(pdf, TestContext.Current.CancellationToken);
        using var document = PdfDocument.Open(pdf.ToArray());
        Assert.Contains(document.GetPages(), page => page.Text.Contains("202505", StringComparison.Ordinal));
        Assert.NotEmpty(rig.Sms.Taken);
    }

    [Fact]
    public async Task A_reminder_whose_bill_was_paid_meanwhile_is_given_up()
    {
        await using var rig = await DeliveryRig.OpenAsync();
        var (community, _, _) = await rig.Desk.ImportAsync("jinxiu-messy.xlsx");
        var draft = await rig.Desk.In((BillRuns r) => r.DraftAsync(community, new BillingMonth(2025, 5)));
        await rig.Desk.In((BillPublishing p) => p.PublishAsync(draft.RunId));
        var id = await rig.Desk.In(async (Application.DeskDbContext db) =>
        {
            var bill = await db.Bills.Include(b => b.Lines).FirstAsync(b => b.Outstanding.Fen > 0);
            var row = new Delivery(bill, DeliveryKind.Overdue, new DeliveryRoute(DeliveryChannel.Email, "late@example.com", null), new DeliveryText(DeliveryLanguage.Chinese, "逾期", "请缴费"), new DateOnly(2025, 6, 1), rig.Desk.Clock.GetUtcNow());
            foreach (var line in bill.Lines.Where(l => l.Outstanding > Money.Zero))
            {
                bill.Apply(line, line.Outstanding);
            }

            db.Add(row);
            await db.SaveChangesAsync();
            return row.Id;
        });

        await rig.DrainAsync(20);

        Assert.Equal((DeliveryState.GivenUp, "账单已缴清，或暂不催缴。"), ((await rig.SeeAsync(id)).State, (await rig.SeeAsync(id)).Reason));
        Assert.DoesNotContain(rig.Box.Letters, l => l.To.Mailboxes.Single().Address == "late@example.com");
    }

    [Fact]
    public async Task The_pages_set_it_up_try_it_and_never_show_a_secret()
    {
        await using var rig = await DeliveryRig.OpenAsync();
        var client = await rig.Desk.SignInAsync(Role.Manager);
        var room = $"/{rig.Desk.Company.Slug}/deliveries";
        var mail = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.Host"] = "127.0.0.1",
            ["Input.Port"] = "465",
            ["Input.Security"] = "Tls",
            ["Input.UserName"] = "desk",
            ["Input.Password"] = "s3cret-of-mail",
            ["Input.FromAddress"] = "desk@example.com",
            ["Input.FromName"] = "物业",
            ["Input.IsOn"] = "true",
        };
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(client, room + "/settings/mail", room + "/settings/mail", mail)).StatusCode);
        var sms = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.Provider"] = "Tencent",
            ["Input.KeyId"] = "id",
            ["Input.Secret"] = "s3cret-of-sms",
            ["Input.SignName"] = "物业",
            ["Input.AppId"] = "14",
            ["Input.PricePerPart"] = "0.045",
            ["Input.IsOn"] = "true",
        };
        Assert.Equal(HttpStatusCode.Redirect, (await Desk.PostAsync(client, room + "/settings/sms", room + "/settings/sms", sms)).StatusCode);

        foreach (var page in new[] { "/settings", "/settings/mail", "/settings/sms", "/templates", "/costs", "" })
        {
            var html = await client.GetStringAsync(room + page);
            Assert.DoesNotContain("s3cret", html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("s3cret", (await rig.Desk.In((DeliverySetup s) => s.SmsAsync()))!.ProtectedSecret, StringComparison.Ordinal);
        mail["Input.Security"] = "None";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Desk.PostAsync(client, room + "/settings/mail", room + "/settings/mail", mail)).StatusCode);
        await rig.SetMailAsync();
        var sent = await Desk.PostAsync(client, room + "/settings/mail", room + "/settings/mail?handler=Test", new() { ["address"] = "try@example.com" });
        Assert.Equal("try@example.com", Assert.Single(rig.Box.Letters).To.Mailboxes.Single().Address);
        Assert.Contains("已发出", WebUtility.HtmlDecode(await client.GetStringAsync(sent.Headers.Location)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_place_in_a_template_is_named()
    {
        await using var rig = await DeliveryRig.OpenAsync();
        var client = await rig.Desk.SignInAsync(Role.Manager);
        var page = $"/{rig.Desk.Company.Slug}/deliveries/templates/edit?kind=Overdue&channel=Email&language=Chinese";

        var refused = await Desk.PostAsync(client, page, page, new() { ["Input.Subject"] = "{unit}", ["Input.Body"] = "您好 {owner} {balance}" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("没有“balance”这个占位符", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var collector = await rig.Desk.SignInAsync(Role.ServiceDesk);
        Assert.Equal(HttpStatusCode.Forbidden, (await collector.GetAsync(page)).StatusCode);
    }
}
