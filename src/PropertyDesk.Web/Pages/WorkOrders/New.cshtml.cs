using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Application.WorkOrders;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.WorkOrders;

/// <summary>Asks another department for something, for a ticket or without one.</summary>
public sealed class NewModel(SendOrders send, OrderQueries orders, TicketQueries tickets, TicketSettings settings, CommunityQueries communities, CompanyDay day) : DeskPage
{
    private const int UsualDays = 3;

    [BindProperty(SupportsGet = true, Name = "ticket")]
    public Guid? TicketId { get; set; }

    [BindProperty]
    public OrderInput Input { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public TicketDetails? OfTicket { get; private set; }

    /// <summary>In whose name one may ask.</summary>
    public IReadOnlyList<DepartmentRow> Askers { get; private set; } = [];

    public IReadOnlyList<DepartmentRow> Departments { get; private set; } = [];

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await settings.FillAsync();
        OfTicket = TicketId is { } ticket ? await tickets.FindAsync(ticket) : null;
        (Askers, Departments, Communities) = (await orders.AskersAsync(), await settings.DepartmentsAsync(), await communities.NamesAsync());
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new OrderInput { RequestId = Guid.NewGuid(), DueOn = day.Today.AddDays(UsualDays), Unit = OfTicket?.Row.Unit, Place = OfTicket?.Row.Place };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var id = await send.RunAsync(new NewOrder(
            Input.RequestId, Input.Community, Input.From, Input.To, Input.What, Input.DueOn!.Value, TicketId, Input.Unit, Input.Place, await TicketPage.FilesAsync(Files)));
        Say(Texts.Of("已发出，接收部门会看到。"));
        return RedirectToPage("/WorkOrders/Details", new { id });
    }

    public sealed class OrderInput
    {
        public Guid RequestId { get; set; }

        public Guid? From { get; set; }

        public Guid? To { get; set; }

        public Guid? Community { get; set; }

        [Required(ErrorMessage = "请填写办理期限。")]
        public DateOnly? DueOn { get; set; }

        [Required(ErrorMessage = "请写明要办什么。"), StringLength(1000)]
        public string? What { get; set; }

        [StringLength(40)]
        public string? Unit { get; set; }

        [StringLength(100)]
        public string? Place { get; set; }
    }
}
