using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Incidents;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Tickets.New;

/// <summary>An owner reports something, with pictures.</summary>
public sealed class IndexModel(OpenTickets open, TicketSettings settings, TicketPlaces places, KnownIncidents incidents) : DeskPage
{
    [BindProperty]
    public TicketInput Input { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Photos { get; set; } = [];

    public IReadOnlyList<TicketPlace> Places { get; private set; } = [];

    public IReadOnlyList<TicketCategory> Categories { get; private set; } = [];

    /// <summary>What is known to have failed where they live.</summary>
    public IReadOnlyList<KnownIncident> Incidents { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await settings.FillAsync();
        (Places, Categories) = (await places.OfMineAsync(), await settings.CategoriesAsync());
        Incidents = await incidents.OfUnitsAsync([.. Places.Select(p => p.UnitId)]);
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.RequestId = Guid.NewGuid();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var place = (await places.OfMineAsync()).FirstOrDefault(p => p.UnitId == Input.UnitId) ?? throw new RuleViolation("请选择房屋。", field: "Input.UnitId");
        var id = await open.RunAsync(new NewTicket(
            Input.RequestId, place.CommunityId, Input.CategoryId!.Value, place.OwnerId, Input.IsPublic ? null : place.UnitId, null, Input.IsPublic && string.IsNullOrWhiteSpace(Input.Place) ? null : Input.Place, null,
            Input.IsUrgent ? Urgency.Urgent : Urgency.Normal, TicketSource.Portal, Input.What, await TicketPage.FilesAsync(Photos)));
        Say(Texts.Of("已提交，物业会尽快处理。"));
        return RedirectToPage("/Portal/Tickets/Details", new { id });
    }

    public sealed class TicketInput
    {
        public Guid RequestId { get; set; }

        [Required(ErrorMessage = "请选择房屋。")]
        public Guid? UnitId { get; set; }

        /// <summary>Not in the unit, but at a public place.</summary>
        public bool IsPublic { get; set; }

        [Required(ErrorMessage = "请选择工单类别。")]
        public Guid? CategoryId { get; set; }

        public bool IsUrgent { get; set; }

        [StringLength(100)]
        public string? Place { get; set; }

        [Required(ErrorMessage = "请写明情况。"), StringLength(1000)]
        public string? What { get; set; }
    }
}
