using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Visitors;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Visitors;

/// <summary>One visitor before the guard: who it is, whether to look twice, in, out, or to security.</summary>
public sealed class DetailsModel(VisitQueries visits, Gate gate, SuspicionReport suspicion, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, StringLength(200)]
    public string? WatchReason { get; set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public VisitDetails Details { get; private set; } = null!;

    public override async Task LoadAsync() => Details = await visits.DetailsAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostEnterAsync()
    {
        await gate.EnterAsync(Id, WatchReason);
        Say(Texts.Of("已放行。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        await gate.LeaveAsync(Id);
        Say(Texts.Of("已登记离开。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostRefuseAsync(string? reason)
    {
        await gate.RefuseAsync(Id, reason);
        Say(Texts.Of("已登记拒绝。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostReportAsync(string? what, bool danger)
    {
        await suspicion.OfVisitAsync(Id, what, danger);
        Say(Texts.Of("已报保安部。"));
        return RedirectToPage(new { Id });
    }
}
