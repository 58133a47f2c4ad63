using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Incidents;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tickets.Incidents;

/// <summary>Makes one of what many report; begins with what the program has seen, where it has.</summary>
public sealed class NewModel(RunIncidents run, IncidentQueries incidents, IncidentSigns signs, TicketSettings settings, CommunityQueries communities) : DeskPage
{
    /// <summary>Of the sign that it begins with.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Building { get; set; }

    [BindProperty]
    public Guid RequestId { get; set; }

    [BindProperty, Required(ErrorMessage = "请选择工单类别。")]
    public Guid? CategoryId { get; set; }

    /// <summary>The community's id, and the house's after a blank.</summary>
    [BindProperty, Required(ErrorMessage = "请选择小区。"), StringLength(80)]
    public string? Where { get; set; }

    [BindProperty, StringLength(20)]
    public string? Entrance { get; set; }

    [BindProperty, StringLength(2)]
    public string? Riser { get; set; }

    [BindProperty]
    public SayingInput Saying { get; set; } = new();

    [BindProperty, MaxLength(2000)]
    public List<Guid> TicketIds { get; set; } = [];

    /// <summary>Null where nothing was seen, or it is gone.</summary>
    public IncidentSign? Sign { get; private set; }

    public IReadOnlyList<TicketCategory> Categories { get; private set; } = [];

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public IReadOnlyList<IncidentBuilding> Buildings { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await settings.FillAsync();
        (Categories, Communities, Buildings) = (await settings.CategoriesAsync(), await communities.NamesAsync(), await incidents.BuildingsAsync());
        Sign = Building is null ? null : (await signs.FindAsync()).FirstOrDefault(s => s.BuildingId == Building && s.CategoryId == Category);
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        RequestId = Guid.NewGuid();
        if (Sign is { } sign)
        {
            (CategoryId, Where, Entrance, Riser) = (sign.CategoryId, $"{sign.CommunityId} {sign.BuildingId}", sign.Entrance, sign.Riser);
            (Saying.Title, TicketIds) = ($"{sign.Place} {sign.Category}", [.. sign.Tickets.Select(t => t.Id)]);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var where = Where!.Split(' ').Select(part => Guid.TryParse(part, out var id) ? id : Guid.Empty).ToArray();
        var made = await run.OpenAsync(new NewIncident(RequestId, where[0], CategoryId!.Value, where.Length > 1 ? where[1] : null, Entrance, Riser, Saying.ToSaying(), TicketIds));
        Say(Texts.Of("已登记。接着写通知，告诉大家。"));
        return RedirectToPage("/Tickets/Incidents/Details", new { id = made });
    }
}
