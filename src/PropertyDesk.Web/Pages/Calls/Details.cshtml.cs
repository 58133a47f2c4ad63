using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Calls;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain.Calls;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Calls;

/// <summary>One call: what was asked and answered, the call back, and the ticket that comes of it.</summary>
public sealed class DetailsModel(CallQueries calls, ReturnCalls returns, TakeCall take, TicketSettings settings, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReturnInput Input { get; set; } = new();

    [BindProperty]
    public TicketInput Wish { get; set; } = new();

    public CallDetails Details { get; private set; } = null!;

    /// <summary>In clear, when somebody asked for it.</summary>
    public string? Number { get; private set; }

    public bool IsRevealed { get; private set; }

    public IReadOnlyList<TicketCategory> Categories { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public override async Task LoadAsync()
    {
        await settings.FillAsync();
        (Details, Categories) = (await calls.FindAsync(Id), await settings.CategoriesAsync());
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new ReturnInput { Try = Details.Row.Tries + 1, Again = TimeZoneInfo.ConvertTime(Now, current.TimeZone).Date.AddDays(1).AddHours(10) };
    }

    public async Task<IActionResult> OnPostRevealAsync()
    {
        (Number, IsRevealed) = (await returns.RevealAsync(Id), true);
        await OnGetAsync();
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostReturnAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await returns.RunAsync(Id, new ReturnFacts(Input.Try, Input.Outcome, Input.Said, Input.Again));
        Say(Texts.Of("已登记。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostTicketAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var id = await take.BecomeAsync(Id, new TicketWish(Wish.CategoryId ?? Guid.Empty, Wish.Urgency, Wish.Place));
        Say(Texts.Of("工单已登记。"));
        return RedirectToPage("/Tickets/Details", new { id });
    }

    public sealed class ReturnInput
    {
        /// <summary>Which try it is.</summary>
        public int Try { get; set; } = 1;

        public ReturnOutcome Outcome { get; set; }

        [StringLength(CallReturn.LongestSaid)]
        public string? Said { get; set; }

        public DateTime? Again { get; set; }
    }

    public sealed class TicketInput
    {
        public Guid? CategoryId { get; set; }

        public Urgency Urgency { get; set; }

        [StringLength(100)]
        public string? Place { get; set; }
    }
}
