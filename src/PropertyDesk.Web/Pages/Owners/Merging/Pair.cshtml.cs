using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Owners;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners.Merging;

/// <summary>Two records side by side: what goes, what stays, what stands in the way; and the merge.</summary>
public sealed class PairModel(MergeOwners merging, MergeQueries merges, OwnerList owners) : DeskPage
{
    /// <summary>The record that stays.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The record that goes; null while it is looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? With { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public Guid RequestId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<LikeRecord> Records { get; private set; } = [];

    public IReadOnlyList<OwnerRow> Hits { get; private set; } = [];

    public MergePreview? Preview { get; private set; }

    public override async Task LoadAsync()
    {
        Records = With is { } with ? await merges.BesideAsync(Id, with) : await merges.BesideAsync(Id);
        Preview = With is { } other && other != Id ? await merging.PreviewAsync(Id, other) : null;
        Hits = With is null && !string.IsNullOrWhiteSpace(Q) ? [.. (await owners.FindAsync(new OwnerFilter(Q))).Rows.Where(o => o.Id != Id).Take(10)] : [];
    }

    public Task OnGetAsync()
    {
        RequestId = Guid.NewGuid();
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await merging.RunAsync(Id, With ?? Guid.Empty, Reason, RequestId);
        Say(Texts.Of("两份档案已合并。"));
        return RedirectToPage("/Owners/Merging/Merge", new { id });
    }
}
