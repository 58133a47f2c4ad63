using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Dunning;

/// <summary>Whom to call today. Calling begins with claiming, so that nobody is called twice.</summary>
public sealed class IndexModel(CallList list) : DeskPage
{
    public IReadOnlyList<CallRow> Calls { get; private set; } = [];

    public override async Task LoadAsync() => Calls = await list.TodayAsync();

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostCallAsync(Guid contact) => RedirectToPage("/Dunning/Owner", new { id = await list.ClaimAsync(contact) });

    public async Task<IActionResult> OnPostNextAsync()
    {
        if (await list.NextAsync() is { } owner)
        {
            return RedirectToPage("/Dunning/Owner", new { id = owner });
        }

        Say(Texts.Of("今天的电话都打完了。"));
        return RedirectToPage();
    }
}
