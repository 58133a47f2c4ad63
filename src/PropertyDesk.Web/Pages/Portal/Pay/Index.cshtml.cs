using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Pay;

/// <summary>The owner chooses what to pay and how; the order page does the rest.</summary>
public sealed class IndexModel(CurrentCompany current, OwnerDuesQuery dues, ChannelAccounts accounts, PayOnline online, PayerDevice device) : DeskPage
{
    [BindProperty]
    public Guid RequestId { get; set; }

    [BindProperty]
    public Guid OwnerId { get; set; }

    /// <summary>Each chosen bill with what was open of it on the page, as id:fen.</summary>
    [BindProperty]
    public List<string> Bills { get; set; } = [];

    [BindProperty]
    public ChannelWay Way { get; set; }

    /// <summary>Of each owner record of the login that owes something.</summary>
    public IReadOnlyList<OwnerDues> Dues { get; private set; } = [];

    /// <summary>Those that work in this browser.</summary>
    public IReadOnlyList<ChannelWay> Ways { get; private set; } = [];

    public override async Task LoadAsync()
    {
        var all = new List<OwnerDues>();
        foreach (var owner in current.ActsForOwnerIds)
        {
            all.Add(await dues.FindAsync(owner));
        }

        (Dues, Ways) = (all.FindAll(d => d.Units.Count > 0), await accounts.WaysAsync(device.Browser));
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || !current.ActsForOwnerIds.Contains(OwnerId))
        {
            return NotFound();
        }

        if (Bills.Count == 0)
        {
            throw new RuleViolation("请至少选择一张账单。");
        }

        var chosen = Bills.ConvertAll(Chosen);
        var order = await online.StartAsync(new PayOnlineRequest(RequestId, OwnerId, chosen.ConvertAll(c => c.Bill), Money.Sum(chosen.Select(c => c.Seen)), Way), cancel);
        // Where the browser leaves for the channel it goes at once; the link stands on the page as well.
        return RedirectToPage("Order", new { id = order, go = Way.IsCode() ? (bool?)null : true });
    }

    private static (Guid Bill, Money Seen) Chosen(string text) =>
        text.Split(':') is [var id, var fen] && Guid.TryParse(id, out var bill) && long.TryParse(fen, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? (bill, new Money(seen))
            : throw new RuleViolation("请刷新页面后再选择账单。");
}
