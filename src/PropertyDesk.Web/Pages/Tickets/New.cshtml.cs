using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Search;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tickets;

/// <summary>Opens a ticket at the desk: for an owner who is found first, or for a public place.</summary>
public sealed class NewModel(OpenTickets open, TicketSettings settings, TicketPlaces places, OwnerQueries owners, DeskSearch search, CommunityQueries communities) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? OwnerId { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? AssetId { get; set; }

    [FromQuery]
    public string? Find { get; set; }

    [BindProperty]
    public TicketInput Input { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Photos { get; set; } = [];

    public string? Owner { get; private set; }

    public IReadOnlyList<TicketPlace> Places { get; private set; } = [];

    public IReadOnlyList<SearchHit> Found { get; private set; } = [];

    public IReadOnlyList<TicketCategory> Categories { get; private set; } = [];

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await settings.FillAsync();
        (Categories, Communities) = (await settings.CategoriesAsync(), await communities.NamesAsync());
        if (OwnerId is { } owner)
        {
            Owner = (await owners.FindAsync(owner)).Name;
            Places = await places.OfOwnerAsync(owner);
        }
        else
        {
            Found = await search.FindAsync(Find);
        }
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new TicketInput { RequestId = Guid.NewGuid(), UnitId = Places.Count > 0 ? Places[0].UnitId : null, Source = TicketSource.Telephone };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var community = await CommunityAsync();
        var id = await open.RunAsync(new NewTicket(
            Input.RequestId, community, Input.CategoryId!.Value, OwnerId, OwnerId is null ? null : Input.UnitId, AssetId, Input.Place, Input.Contact, Input.Urgency, Input.Source, Input.What, await TicketPage.FilesAsync(Photos)));
        Say(Texts.Of("工单已登记。"));
        return RedirectToPage("/Tickets/Details", new { id });
    }

    private async Task<Guid> CommunityAsync()
    {
        if (OwnerId is { } owner)
        {
            var own = await places.OfOwnerAsync(owner);
            return own.FirstOrDefault(p => p.UnitId == Input.UnitId)?.CommunityId ?? await places.CommunityAsync(owner);
        }

        return Input.Community ?? throw new Domain.RuleViolation("请选择小区。", field: "Input.Community");
    }

    public sealed class TicketInput
    {
        public Guid RequestId { get; set; }

        public Guid? Community { get; set; }

        public Guid? UnitId { get; set; }

        [Required(ErrorMessage = "请选择工单类别。")]
        public Guid? CategoryId { get; set; }

        public Urgency Urgency { get; set; }

        public TicketSource Source { get; set; }

        [StringLength(100)]
        public string? Place { get; set; }

        [StringLength(60)]
        public string? Contact { get; set; }

        [Required(ErrorMessage = "请写明情况。"), StringLength(1000)]
        public string? What { get; set; }
    }
}
