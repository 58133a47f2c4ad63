using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain.Companies;
using PropertyDesk.IntegrationTests.Security;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.IntegrationTests.Portal;

/// <summary>The portal as an app: small, installable, and without anybody's bills in the phone.</summary>
public sealed partial class PuttingThePortalOnAPhone
{
    private const int Most = 150 * 1024;

    [Fact]
    public async Task The_first_page_with_all_its_files_is_small()
    {
        var desk = await PortalDesk.OpenAsync();
        var zhang = await desk.OwnerAsync(desk.Zhang);
        var html = await zhang.GetStringAsync(desk.Root + "/Portal");
        var files = File().Matches(WebUtility.HtmlDecode(html)).Select(m => m.Groups["path"].Value.Split('#')[0]).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(files.Count >= 5, string.Join(' ', files));

        var total = html.Length * 3;
        foreach (var file in files)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, file) { Headers = { { "Accept-Encoding", "gzip" } } };
            using var answer = await zhang.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            total += (await answer.Content.ReadAsByteArrayAsync()).Length;
        }

        Assert.True(total < Most, $"{total} bytes: {string.Join(' ', files)}");
        TestContext.Current.SendDiagnosticMessage($"{total} bytes");
    }

    [Fact]
    public async Task Pages_with_data_are_neither_compressed_nor_kept()
    {
        var desk = await PortalDesk.OpenAsync();
        var zhang = await desk.OwnerAsync(desk.Zhang);
        using var request = new HttpRequestMessage(HttpMethod.Get, desk.Root + "/Portal") { Headers = { { "Accept-Encoding", "gzip, br" } } };

        using var answer = await zhang.SendAsync(request);

        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task The_manifest_names_the_company_and_its_icons_are_there()
    {
        var desk = await PortalDesk.OpenAsync();
        var zhang = await desk.OwnerAsync(desk.Zhang);
        Assert.Contains($"<link rel=\"manifest\" href=\"{desk.Root}/portal/app.webmanifest\" crossorigin=\"use-credentials\"", await desk.ReadAsync(zhang, "/Portal"), StringComparison.Ordinal);

        using var answer = await zhang.GetAsync(desk.Root + "/portal/app.webmanifest");

        Assert.Equal("application/manifest+json", answer.Content.Headers.ContentType?.MediaType);
        using var manifest = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        Assert.Equal((desk.Desk.Company.Name, desk.Root + "/Portal"), (manifest.RootElement.GetProperty("name").GetString(), manifest.RootElement.GetProperty("start_url").GetString()));
        foreach (var icon in manifest.RootElement.GetProperty("icons").EnumerateArray())
        {
            using var picture = await zhang.GetAsync(icon.GetProperty("src").GetString());
            Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task The_service_worker_and_the_offline_page_hold_to_the_policy()
    {
        var desk = await PortalDesk.OpenAsync();
        var zhang = await desk.OwnerAsync(desk.Zhang);
        foreach (var file in new[] { "/sw.js", "/offline.html", "/css/offline.css", "/js/portal.js" })
        {
            using var answer = await zhang.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(SecurityHeaders.Policy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            Assert.True(answer.Headers.CacheControl?.NoCache);
        }
    }

    [Fact]
    public async Task The_first_page_names_the_other_companies_with_what_is_due_there()
    {
        var desk = await PortalDesk.OpenAsync();
        var (user, stranger) = (await desk.Desk.UserAsync(), await desk.OwnerAsync(desk.Zhang));
        foreach (var (company, owner) in new[] { (desk.Desk.Company, desk.Till.Own.Li), (desk.Desk.Foreign, desk.Till.Foreign.Li) })
        {
            await desk.Desk.In(company, async (DeskDbContext db) =>
            {
                db.Add(Membership.OfOwner(await db.Owners.SingleAsync(o => o.Id == owner.Id), user.Id));
                return await db.SaveChangesAsync();
            });
        }

        var both = await (await desk.Desk.SignInAsync(user)).GetStringAsync(desk.Root + "/Portal");

        Assert.Contains($"href=\"/{desk.Desk.Foreign.Slug}/Portal\"", both, StringComparison.Ordinal);
        Assert.Equal(Domain.Money.Exact(2 * 258.40m), Assert.Single(await desk.Till.WithAsync((CompanyAccess a) => a.ElsewhereAsync(user.Id, desk.Desk.Company.Id))).Due);
        Assert.DoesNotContain(desk.Desk.Foreign.Slug, await stranger.GetStringAsync(desk.Root + "/Portal"), StringComparison.Ordinal);
    }

    [GeneratedRegex("(?:src|href)=\"(?<path>/(?:css|js|img|lib)/[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex File();
}
