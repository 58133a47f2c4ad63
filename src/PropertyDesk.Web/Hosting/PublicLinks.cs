using System.Globalization;
using PropertyDesk.Application.Channels;

namespace PropertyDesk.Web.Hosting;

/// <summary>
/// Addresses that leave the program. They begin with the configured PublicUrl, never with the host of the request, which
/// whoever sends the request can choose.
/// </summary>
public sealed class PublicLinks(IConfiguration configuration)
{
    private readonly string _base = Base(configuration);

    /// <summary>The addresses that payment channels are told.</summary>
    public ChannelAddresses Channels => new(_base);

    public string Invitation(string token) => $"{_base}/account/invitation?token={token}";

    public string PasswordReset(Guid userId, string token) => $"{_base}/account/reset?user={userId}&token={Uri.EscapeDataString(token)}";

    /// <summary>Shows the working of one bill line without a login.</summary>
    public string Explain(string token) => $"{_base}/account/explain/{token}";

    /// <summary>Tells whoever holds a receipt whether it is real.</summary>
    public string Receipt(int companyId, string code) => string.Create(CultureInfo.InvariantCulture, $"{_base}/account/receipt/{companyId}-{code}");

    /// <summary>What the label on a machine opens, for who may see it.</summary>
    public string Machine(string slug, Guid id) => $"{_base}/{slug}/equipment/details/{id}";

    /// <summary>What the label at a stop of a patrol opens, for who walks it.</summary>
    public string PatrolStop(string slug, Guid id) => $"{_base}/{slug}/patrols/scan/{id}";

    /// <summary>What the code on a visitor's pass opens at the gate.</summary>
    public string VisitorPass(string slug, string code) => $"{_base}/{slug}/visitors?q={code}";

    /// <summary>What the code on the pass of an event opens at its entrance.</summary>
    public string EventPass(string slug, Guid eventId, string code) => $"{_base}/{slug}/events/checkin/{eventId}?code={code}";

    /// <summary>Where the code on a printed bill leads.</summary>
    /// <param name="code">As it is printed.</param>
    public string Bill(string code) => Channels.PrintedBill(code);

    /// <summary>The configured address of this installation, without a slash at its end.</summary>
    public static string Base(IConfiguration configuration) =>
        (configuration["PublicUrl"] ?? throw new InvalidOperationException("PublicUrl is not configured.")).TrimEnd('/');
}
