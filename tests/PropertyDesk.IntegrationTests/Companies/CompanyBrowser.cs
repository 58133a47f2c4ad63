using System.Net;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>A browser of somebody who has logged in, with the token that its forms carry.</summary>
internal sealed class CompanyBrowser
{
    private readonly HttpClient _client;
    private readonly string _slug;
    private readonly string _token;

    private CompanyBrowser(HttpClient client, string slug, string token) => (_client, _slug, _token) = (client, slug, token);

    public static async Task<CompanyBrowser> OpenAsync(HttpClient client, string slug)
    {
        var token = await Desk.TokenAsync(client, "/account/password");
        Assert.NotEqual("", token);
        return new CompanyBrowser(client, slug, token);
    }

    /// <summary>Gets or posts with one id wherever the address takes an id.</summary>
    public async Task<(HttpStatusCode Status, string Body)> AskAsync(Address address, Guid id)
    {
        var url = $"/{_slug}{address.Path(id)}";
        using var form = new FormUrlEncodedContent(address.Fields.Append("id").Distinct().ToDictionary(f => f, _ => id.ToString()).Append(new("__RequestVerificationToken", _token)));
        using var answer = address.IsPost ? await _client.PostAsync(url, form) : await _client.GetAsync(url);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task<HttpStatusCode> StatusAsync(string url)
    {
        using var answer = await _client.GetAsync(url);
        return answer.StatusCode;
    }
}
