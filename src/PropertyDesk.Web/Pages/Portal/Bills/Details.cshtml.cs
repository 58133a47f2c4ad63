using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Disputes;
using PropertyDesk.Application.Portal;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Bills;

/// <summary>
/// One bill, each line with its working and what was asked about it: where the code on the printed bill leads. Staff go on to
/// the desk's page.
/// </summary>
public sealed class DetailsModel(PortalQueries queries, DisputeQueries questions, HandleDispute disputes, CurrentCompany current) : DeskPage
{
    private ILookup<Guid, DisputeRow> _questions = Array.Empty<DisputeRow>().ToLookup(q => q.BillLineId);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The line that is asked about, or was just now: it is shown open.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? LineId { get; set; }

    [BindProperty, Required(ErrorMessage = "请写下您的疑问。"), StringLength(1000)]
    public string? Question { get; set; }

    public BillDetails Bill { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<DisputeRow> QuestionsOn(Guid lineId) => [.. _questions[lineId]];

    public bool MayAsk(BillLineDetails line) =>
        current.ActsForOwnerIds.Contains(Bill.OwnerId) && !line.IsReversed && _questions[line.Id].All(q => q.ClosedAt is not null);

    public override async Task LoadAsync() =>
        (Bill, _questions) = (await queries.BillAsync(Id), (await questions.OfBillAsync(Id)).ToLookup(q => q.BillLineId));

    public async Task<IActionResult> OnGetAsync()
    {
        if (!current.May(Permission.UsePortal))
        {
            return RedirectToPage("/Bills/Details", new { Id });
        }

        ModelState.Clear();
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAskAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await disputes.AskAsync(LineId ?? Guid.Empty, Question);
        Say(Texts.Of("疑问已提交，物业会在这一行下面答复。"));
        return RedirectToPage(null, null, new { Id, LineId }, $"line-{LineId}");
    }
}
