using PropertyDesk.Application.Channels;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Infrastructure.Channels;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Channels;

/// <summary>The company's merchant accounts.</summary>
public sealed class IndexModel(ChannelAccounts accounts, ChannelGateways gateways) : DeskPage
{
    public IReadOnlyList<(ChannelKind Kind, ChannelAccount? Account)> Accounts { get; private set; } = [];

    public bool IsSimulated => gateways.IsSimulated;

    public Uri SimulatorPage => new(gateways.Alipay, "/sim");

    public async Task OnGetAsync()
    {
        var all = new List<(ChannelKind, ChannelAccount?)>();
        foreach (var kind in Enum.GetValues<ChannelKind>())
        {
            all.Add((kind, await accounts.FindAsync(kind)));
        }

        Accounts = all;
    }
}
