using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Shifts;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Shifts;

/// <summary>One shift: what came in, cash to the bank, the count, and who accepted it.</summary>
public sealed class DetailsModel(ShiftQueries shifts, ShiftRoom room, CurrentCompany current) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public CountInput Input { get; set; } = new();

    /// <summary>Made when the page is opened, so that one page takes to the bank once.</summary>
    public Guid RequestId { get; private set; }

    public ShiftDetails Shift { get; private set; } = null!;

    public bool IsOwn => Shift.Row.CashierId == current.UserId && Shift.Row.State == ShiftState.Open;

    public override async Task LoadAsync() => (Shift, RequestId) = (await shifts.FindAsync(Id), Guid.NewGuid());

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostDepositAsync(Guid requestId, decimal? amount, string? reference)
    {
        // The form of the count is another one, and was not sent.
        ModelState.Clear();
        await LoadAsync();
        await room.DepositAsync(requestId, Id, Money.Exact(amount ?? throw new RuleViolation("缴存金额须大于 0。", field: "Amount")), reference);
        Say(Texts.Of("已缴存 {0}。", Money.Exact(amount.Value)));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostHandOverAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await room.HandOverAsync(Id, new CashCount(Input.Pieces.ConvertAll(p => p ?? 0)), Input.Reason);
        Say(Texts.Of("已点款交班，等待验收。"));
        return RedirectToPage(new { Id });
    }

    /// <summary>What was typed as the number of pieces of a denomination.</summary>
    public string? PiecesOf(int place) => ModelState[$"Input.Pieces[{place}]"]?.AttemptedValue;

    public sealed class CountInput
    {
        /// <summary>Of each denomination; empty is none.</summary>
        public List<int?> Pieces { get; set; } = [];

        public string? Reason { get; set; }
    }
}
