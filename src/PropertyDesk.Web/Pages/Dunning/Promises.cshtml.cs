using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Domain.Dunning;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Dunning;

/// <summary>Promises to pay, those that wait first.</summary>
public sealed class PromisesModel(Promises promises) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public PromiseState? State { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public Paged<PromiseRow> Rows { get; private set; } = null!;

    public IReadOnlyDictionary<PromiseState, int> Counts { get; private set; } = new Dictionary<PromiseState, int>();

    public override async Task LoadAsync() => (Rows, Counts) = (await promises.ListAsync(State, PageNumber), await promises.CountsAsync());

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostWithdrawAsync(Guid promise)
    {
        await promises.WithdrawAsync(promise);
        Say(Texts.Of("承诺已撤销，账单恢复催缴。"));
        return RedirectToPage();
    }
}
