using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.DirectDebit;

/// <summary>Shows what a batch would collect and what it would leave out, and makes it.</summary>
public sealed class NewModel(DebitCandidates candidates, DebitBatches batches, DebitLayouts layouts, CommunityQueries communities) : DeskPage
{
    /// <summary>Rows of each list on the page.</summary>
    public const int Shown = 200;

    [BindProperty]
    public List<Guid> Communities { get; set; } = [];

    /// <summary>Null for all that is open.</summary>
    [BindProperty]
    public DateOnly? Due { get; set; }

    [BindProperty]
    public Guid LayoutId { get; set; }

    /// <summary>What the preview said.</summary>
    [BindProperty]
    public int SeenCount { get; set; }

    [BindProperty]
    public long SeenFen { get; set; }

    public IReadOnlyList<CommunityName> Names { get; private set; } = [];

    public IReadOnlyList<DebitLayoutRow> Layouts { get; private set; } = [];

    /// <summary>Null before it was asked for.</summary>
    public DebitPreview? Preview { get; private set; }

    public override async Task LoadAsync() => (Names, Layouts) = (await communities.NamesAsync(), await layouts.ListAsync());

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Communities = [.. Names.Select(n => n.Id)];
    }

    public async Task OnPostPreviewAsync(CancellationToken cancel)
    {
        Preview = await candidates.PreviewAsync(new DebitScope(Communities, Due), cancel);
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancel)
    {
        var batch = await batches.MakeAsync(LayoutId, new DebitScope(Communities, Due), new LineSum(SeenCount, new Money(SeenFen)), cancel);
        Say(Texts.Of("批次已生成，这些账单已锁定待托收。核对后导出文件。"));
        return RedirectToPage("Details", new { id = batch });
    }
}
