using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Home;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages;

/// <summary>
/// The desk's start page: today's figures, as far as the role may see them; outside a company it leads to the right one.
/// </summary>
public sealed class IndexModel(CurrentCompany current, CompanyAccess access, UserManager<DeskUser> users, DeskToday desk, WaitingWork work, ShiftQueries shifts, AuditAlarms audits) : PageModel
{
    /// <summary>What waits for whoever looks.</summary>
    public IReadOnlyList<Waiting> Waiting { get; private set; } = [];

    /// <summary>The own open shifts; null: the role takes no payments.</summary>
    public IReadOnlyList<ShiftRow>? Shifts { get; private set; }

    /// <summary>Null: the role takes no payments.</summary>
    public CountedSum? Received { get; private set; }

    public CountedSum? Open { get; private set; }

    public CountedSum? Overdue { get; private set; }

    /// <summary>Null: the role sees no reports, or nothing was published yet.</summary>
    public MonthRate? Rate { get; private set; }

    public IReadOnlyList<WaitingRun> Drafts { get; private set; } = [];

    public IReadOnlyList<RecentReceipt> Recent { get; private set; } = [];

    /// <summary>What the hourly audit of the books found wrong; empty for whoever does not see the ledger.</summary>
    public IReadOnlyList<AuditAlarm> Alarms { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (current.Id is not null)
        {
            if (!current.May(Permission.ViewDesk))
            {
                return RedirectToPage(current.May(Permission.WatchGate) ? "/Visitors/Index" : current.May(Permission.WorkOnTickets) ? "/Work/Index" : "/Portal/Index");
            }

            await LoadAsync();
            return Page();
        }

        var choices = await access.ChoicesAsync(Guid.Parse(users.GetUserId(User)!));
        return LocalRedirect(choices.Count == 1 ? $"/{choices[0].Slug}/" : User.HasClaim(DeskClaims.PlatformOperator, "true") ? "/platform" : "/account/companies");
    }

    private async Task LoadAsync()
    {
        Waiting = await work.CountAsync(WaitingPages.Of(current));
        if (current.May(Permission.ViewLedger))
        {
            Alarms = await audits.OpenAsync();
        }

        if (current.May(Permission.ViewBills))
        {
            (Open, Overdue) = await desk.OwedAsync();
        }

        if (current.May(Permission.TakePayments))
        {
            Received = await desk.ReceivedAsync();
            Shifts = await shifts.OwnAsync();
            Recent = await desk.RecentAsync();
        }

        if (current.May(Permission.MakeBills))
        {
            Drafts = await desk.DraftsAsync();
        }

        if (current.May(Permission.ViewReports))
        {
            Rate = await desk.LatestRateAsync();
        }
    }
}
