using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Deliveries;
using PropertyDesk.IntegrationTests.Security;

namespace PropertyDesk.IntegrationTests.Accounts;

/// <summary>A program whose clock these tests move, one test after the other; and people with proven addresses.</summary>
internal static partial class AccountsDesk
{
    /// <summary>Name of the collection of tests that share the clock.</summary>
    public const string Clock = "the clock of accounts";

    private static readonly Lazy<Task<DeskHost>> Host = new(DeskHost.StartAloneAsync);
    private static int _phones;

    /// <summary>A company that can send codes by SMS and mail; nothing goes out, the tests read what waits.</summary>
    public static async Task<Desk> OpenAsync()
    {
        var desk = await Desk.OpenAsync(await Host.Value);
        await desk.In((DeliverySetup setup) => setup.ChangeSmsAsync(new SmsIdentity(SmsProvider.Aliyun, "LTAI-test", "翠湖物业", null, 0.045m), "secret", isOn: true));
        await desk.In((DeliverySetup setup) => setup.ChangeMailAsync(new MailServer("127.0.0.1", 25, MailSecurity.None, null, "desk@cuihu.example", "翠湖物业", null), null, isOn: true));
        await desk.ApproveWordsAsync();
        return desk;
    }

    /// <summary>The SMS provider has approved the shipped words about logins in both languages.</summary>
    public static Task ApproveWordsAsync(this Desk desk) => desk.In(async (DeliveryTemplates templates) =>
    {
        foreach (var row in (await templates.ListAsync()).Where(row => row.Kind.IsAboutLogin() && row.Channel == DeliveryChannel.Sms))
        {
            var words = await templates.FindAsync(row.Kind, row.Channel, row.Language);
            await templates.ChangeAsync(row.Kind, row.Channel, row.Language, words with { Code = $"SMS_{row.Kind}_{row.Language}" });
        }
    });

    public static string NewPhone() => $"139{Random.Shared.Next(1000, 9999)}{Interlocked.Increment(ref _phones):0000}";

    /// <summary>An owner with a login, and with a proven phone.</summary>
    public static async Task<(DeskUser User, string Phone)> OwnerWithLoginAsync(this Desk desk)
    {
        var owner = await desk.OwnerAsync();
        return await desk.WithLoginAsync(userId => Membership.OfOwner(owner, userId));
    }

    /// <summary>A member of staff with a proven phone, in a company that has a community.</summary>
    public static async Task<(DeskUser User, string Phone)> StaffAsync(this Desk desk, Role role = Role.Collector)
    {
        await desk.OwnerAsync();
        return await desk.WithLoginAsync(userId => Membership.OfStaff(desk.Company, userId, role));
    }

    /// <summary>The digits of the last code that went out to an address, as whoever sends it opens it.</summary>
    public static async Task<string> CodeAsync(this Desk desk, string address) => Digits().Match(await desk.TextAsync(DeliveryKind.OneTimeCode, address)).Value;

    public static async Task<string> TextAsync(this Desk desk, DeliveryKind kind, string address)
    {
        await using var scope = desk.Enter();
        var row = await scope.ServiceProvider.GetRequiredService<DeskDbContext>().Deliveries.Where(d => d.Kind == kind && d.Address == address).OrderByDescending(d => d.QueuedAt).FirstAsync();
        return scope.ServiceProvider.GetRequiredService<SealedTexts>().Open(row).Body;
    }

    public static async Task<HttpStatusCode> StatusAsync(this HttpClient client, string page)
    {
        using var answer = await client.GetAsync(page);
        return answer.StatusCode;
    }

    /// <summary>Whether the browser is logged in: the account page opens.</summary>
    public static async Task<bool> IsInAsync(this HttpClient client) => await client.StatusAsync("/account") == HttpStatusCode.OK;

    public static Task<HttpResponseMessage> AskForCodeAsync(this HttpClient client, string page, string address) =>
        Desk.PostAsync(client, page, page, new() { ["Input.Address"] = address });

    public static Task<HttpResponseMessage> EnterCodeAsync(this HttpClient client, string code) =>
        Desk.PostAsync(client, "/account/code", "/account/code?handler=Enter", new() { ["Input.Code"] = code });

    /// <summary>Turns an authenticator on for whoever is logged in.</summary>
    /// <returns>The secret and the recovery codes.</returns>
    public static async Task<(string Secret, List<string> Codes)> TurnOnAppAsync(this Desk desk, HttpClient client)
    {
        var secret = Secret().Match(await client.GetStringAsync("/account/totp")).Groups["secret"].Value.Replace(" ", "", StringComparison.Ordinal);
        var answer = await Desk.PostAsync(client, "/account/totp", "/account/totp", new() { ["Input.Code"] = Totp.CodeAt(secret, desk.Clock.GetUtcNow()) });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var codes = Recovery().Matches(await answer.Content.ReadAsStringAsync()).Select(m => m.Groups["code"].Value).ToList();
        Assert.Equal(10, codes.Count);
        return (secret, codes);
    }

    private static async Task<(DeskUser User, string Phone)> WithLoginAsync(this Desk desk, Func<Guid, Membership> member)
    {
        var phone = NewPhone();
        var user = new DeskUser { UserName = phone, PhoneNumber = phone, PhoneNumberConfirmed = true, DisplayName = "张伟" };
        await using var scope = desk.Enter();
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<DeskUser>>().CreateAsync(user, Desk.Password)).Succeeded);
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        db.AddRange(member(user.Id), new LoginContact(user.Id, ContactKind.Phone, phone, desk.Clock.GetUtcNow()));
        await db.SaveChangesAsync();
        return (user, phone);
    }

    [GeneratedRegex(@"\d{6}")]
    private static partial Regex Digits();

    [GeneratedRegex("<code class=\"secret\">(?<secret>[A-Z2-7 ]+)</code>", RegexOptions.ExplicitCapture)]
    private static partial Regex Secret();

    [GeneratedRegex("<code>(?<code>[0-9A-Z-]{27})</code>", RegexOptions.ExplicitCapture)]
    private static partial Regex Recovery();
}
