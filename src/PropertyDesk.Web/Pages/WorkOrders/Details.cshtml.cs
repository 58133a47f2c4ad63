using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.WorkOrders;
using PropertyDesk.Domain.WorkOrders;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.WorkOrders;

/// <summary>One work order: what is asked, its history, and what may be done now.</summary>
public sealed class DetailsModel(OrderQueries orders, MoveOrders move, CompanyDay day) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public OrderVerb? Verb { get; set; }

    [BindProperty, StringLength(1000)]
    public string? Text { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    /// <summary>A login of the asked department.</summary>
    [BindProperty]
    public Guid? Worker { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public OrderDetails Details { get; private set; } = null!;

    public DateOnly Today => day.Today;

    public override async Task LoadAsync() => Details = await orders.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostDoAsync()
    {
        if (!ModelState.IsValid || Verb is null)
        {
            await LoadAsync();
            return Page();
        }

        await move.DoAsync(Id, new OrderAct(Verb.Value, Text, DueOn, Worker, await TicketPage.FilesAsync(Files)));
        Say(Texts.Of("已登记。"));
        return RedirectToPage(new { Id });
    }
}
