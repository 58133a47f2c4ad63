using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.DirectDebit;

/// <summary>A batch: its lines, its file, and what the bank answered.</summary>
public sealed class DetailsModel(DebitQueries debits, DebitBatches batches, TakeReturn returns) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Only lines of this state; null for all.</summary>
    [FromQuery]
    public DebitLineState? State { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public DebitBatchDetails Batch { get; private set; } = null!;

    public Paged<DebitLineRow> Lines { get; private set; } = null!;

    public Pager Pager => new(Lines.Number, Lines.Total, Lines.Size);

    public override async Task LoadAsync() => (Batch, Lines) = (await debits.FindAsync(Id), await debits.LinesAsync(Id, State, PageNumber));

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancel)
    {
        await batches.ExportAsync(Id, cancel);
        Say(Texts.Of("文件已生成，请下载后发给银行。再次下载的内容完全相同。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        await batches.CancelAsync(Id);
        Say(Texts.Of("批次已取消，账单恢复为可收款。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostReturnAsync(IFormFile? file, CancellationToken cancel)
    {
        await LoadAsync();
        var content = await file.ReadAsync() ?? throw new RuleViolation("请选择银行返回的文件。");
        return RedirectToPage("Result", new { id = await returns.RunAsync(Id, content, cancel) });
    }
}
