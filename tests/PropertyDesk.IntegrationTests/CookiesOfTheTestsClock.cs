using System.Text.RegularExpressions;

namespace PropertyDesk.IntegrationTests;

/// <summary>
/// A cookie container asks the machine's clock, the program the tests' one: what the program lets live must not be dropped
/// for that. What the program ends (1970) is ended.
/// </summary>
internal sealed partial class CookiesOfTheTestsClock : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            var kept = cookies.Select(cookie => cookie.Contains("1970", StringComparison.Ordinal) ? cookie : Expiry().Replace(cookie, "")).ToList();
            answer.Headers.Remove("Set-Cookie");
            answer.Headers.TryAddWithoutValidation("Set-Cookie", kept);
        }

        return answer;
    }

    [GeneratedRegex("; expires=[^;]*", RegexOptions.IgnoreCase)]
    private static partial Regex Expiry();
}
