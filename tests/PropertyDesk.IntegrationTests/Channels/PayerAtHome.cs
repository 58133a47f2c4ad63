using System.Net;
using System.Text.RegularExpressions;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.IntegrationTests.Channels;

/// <summary>An owner with a browser of some kind, logged in on the portal.</summary>
internal sealed partial class PayerAtHome
{
    public const string InWeChat = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.49";
    public const string OnPhone = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36";
    public const string OnDesktop = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36";

    private readonly ChannelDesk _desk;
    private readonly Owner _owner;

    private PayerAtHome(ChannelDesk desk, Owner owner, HttpClient browser) => (_desk, _owner, Browser) = (desk, owner, browser);

    public HttpClient Browser { get; }

    public string Portal => $"/{_desk.Till.Desk.Company.Slug}/portal/pay";

    public static async Task<PayerAtHome> SignInAsync(ChannelDesk desk, string agent, Owner? owner = null)
    {
        owner ??= desk.Till.Own.Li;
        var browser = await desk.Till.Desk.SignInAsync(user => Membership.OfOwner(owner, user));
        browser.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
        return new PayerAtHome(desk, owner, browser);
    }

    public async Task<string> ReadAsync(string page) => WebUtility.HtmlDecode(await Browser.GetStringAsync(page));

    /// <summary>Chooses everything and presses the button; where to the page then goes.</summary>
    public async Task<HttpResponseMessage> PressAsync(ChannelWay way)
    {
        var dues = await _desk.Till.WithAsync((OwnerDuesQuery q) => q.FindAsync(_owner.Id));
        var fields = dues.Units.SelectMany(u => u.Bills).Select((b, i) => ($"Bills[{i}]", $"{b.Id}:{b.Outstanding.Fen}")).ToDictionary(f => f.Item1, f => f.Item2);
        (fields["RequestId"], fields["OwnerId"], fields["Way"]) = (Guid.NewGuid().ToString(), _owner.Id.ToString(), way.ToString());
        return await Desk.PostAsync(Browser, Portal, Portal, fields);
    }

    /// <summary>Begins an order; its address on the portal.</summary>
    public async Task<(Guid Order, string Page)> BeginAsync(ChannelWay way)
    {
        var answer = await PressAsync(way);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = answer.Headers.Location!.ToString().Split('?')[0];
        return (Guid.Parse(page.Split('/')[^1]), page);
    }

    /// <summary>Follows the page's link that leaves for the channel.</summary>
    public async Task<Uri> LeaveAsync(string page)
    {
        var answer = await Browser.GetAsync(page + "?handler=Go");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!;
    }

    /// <summary>Comes back to an address of the program that a channel sent the browser to.</summary>
    public Task<HttpResponseMessage> ComeBackAsync(Uri address) => Browser.GetAsync(address.PathAndQuery);

    /// <summary>What the page hands to WeChat.</summary>
    public async Task<Dictionary<string, string>> CallAsync(string page)
    {
        var button = Button().Match(await ReadAsync(page));
        Assert.True(button.Success);
        return Data().Matches(button.Value).ToDictionary(m => Camel(m.Groups["name"].Value), m => m.Groups["value"].Value);
    }

    private static string Camel(string name) => Hyphen().Replace(name, m => m.Groups["letter"].Value.ToUpperInvariant());

    [GeneratedRegex("<button[^>]* data-wechat-pay[^>]*>")]
    private static partial Regex Button();

    [GeneratedRegex("data-(?<name>app-id|time-stamp|nonce-str|package|sign-type|pay-sign)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Data();

    [GeneratedRegex("-(?<letter>[a-z])", RegexOptions.ExplicitCapture)]
    private static partial Regex Hyphen();
}
