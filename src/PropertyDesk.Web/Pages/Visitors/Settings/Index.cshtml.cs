using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Visitors;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Visitors.Settings;

/// <summary>How many days each community keeps its visitors' data.</summary>
public sealed class IndexModel(VisitorKeeping keeping) : DeskPage
{
    public IReadOnlyList<KeepingRow> Rows { get; private set; } = [];

    public override async Task LoadAsync() => Rows = await keeping.ListAsync();

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(Guid community, int days)
    {
        await keeping.SetAsync(community, days);
        Say(Texts.Of("设置已保存。"));
        return RedirectToPage();
    }
}
