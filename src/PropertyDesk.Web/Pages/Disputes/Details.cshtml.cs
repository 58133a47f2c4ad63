using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Disputes;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Disputes;

/// <summary>One objection: the line's working to answer it from, and the two ways in which it ends.</summary>
public sealed class DetailsModel(DisputeQueries queries, HandleDispute disputes, BillLineQueries lines) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Required(ErrorMessage = "请填写答复。"), StringLength(1000)]
    public string? Answer { get; set; }

    public DisputeRow Dispute { get; private set; } = null!;

    public OneBillLine Line { get; private set; } = null!;

    public override async Task LoadAsync()
    {
        Dispute = await queries.FindAsync(Id);
        Line = await lines.FindAsync(Dispute.BillLineId);
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Answer = Dispute.Answer;
    }

    public Task<IActionResult> OnPostAnswerAsync() => EndAsync(async () =>
    {
        await disputes.AnswerAsync(Id, Answer);
        Say(Texts.Of("已答复，账单不变。"));
    });

    public Task<IActionResult> OnPostReissueAsync() => CorrectAsync(reissue: true);

    public Task<IActionResult> OnPostTakeBackAsync() => CorrectAsync(reissue: false);

    private Task<IActionResult> CorrectAsync(bool reissue) => EndAsync(async () =>
    {
        await disputes.CorrectAsync(Id, Answer, reissue);
        Say(Texts.Of("申请已提交，等待审批。"));
    });

    private async Task<IActionResult> EndAsync(Func<Task> end)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await end();
        return RedirectToPage(new { Id });
    }
}
