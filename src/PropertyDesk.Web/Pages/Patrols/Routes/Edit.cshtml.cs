using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Patrols;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Patrols;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Patrols.Routes;

/// <summary>A route: when it is walked, by whom, and past which stops.</summary>
public sealed class EditModel(PatrolRoutes keep, RouteQueries routes, TicketSettings settings, UnitQueries units, CommunityQueries communities, CompanyDay day) : DeskPage
{
    // Rows that wait for another stop.
    private const int Spare = 3;

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public RouteInput Input { get; set; } = new();

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public IReadOnlyList<BuildingName> Buildings { get; private set; } = [];

    public IReadOnlyList<DepartmentRow> Departments { get; private set; } = [];

    public IReadOnlyList<StaffName> Staff { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await settings.FillAsync();
        Guid? community = Id is { } id ? (await routes.FindAsync(id)).CommunityId : null;
        (Communities, Departments, Staff) = (await communities.NamesAsync(), await settings.DepartmentsAsync(), await settings.StaffAsync(community));
        Buildings = [.. (await units.BuildingsAsync()).Where(b => community is null || b.CommunityId == community)];
        var spare = Math.Max(0, Math.Min(Spare, PatrolRoute.MostStops - Input.Stops.Count));
        Input.Stops = [.. Input.Stops, .. Enumerable.Range(Input.Stops.Count + 1, spare).Select(i => new StopInput { Order = i })];
    }

    public async Task OnGetAsync()
    {
        (Input.RequestId, Input.FirstOn) = (Guid.NewGuid(), day.Today);
        if (Id is { } id)
        {
            var route = await routes.FindAsync(id);
            (Input.Kind, Input.Name, Input.Rhythm, Input.Every, Input.FirstOn) = (route.Kind, route.Name, route.Rhythm, route.Every, route.FirstOn);
            (Input.Weekdays, Input.From, Input.To, Input.MustScan, Input.Whom) = ([.. route.Weekdays], route.From, route.To, route.MustScan, route.DepartmentId ?? route.WorkerId);
            Input.Stops = [.. route.Current.Select(s => new StopInput { Id = s.Id, Order = s.Position, Building = s.BuildingId, Place = s.Place, Points = s.Points })];
        }

        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        // Rows that nobody filled in are none, also where the page is shown again.
        Input.Stops = [.. Input.Stops.Where(s => !string.IsNullOrWhiteSpace(s.Place) || !string.IsNullOrWhiteSpace(s.Points))];
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var asked = new NewRoute(
            Input.Kind, Input.Name, new PatrolTimes(Input.Rhythm, Input.Weekdays, Input.Every, Input.FirstOn!.Value, Input.From!.Value, Input.To!.Value), Input.MustScan, Input.Whom,
            [.. Input.Stops.Select((s, i) => (Stop: s, Row: i)).OrderBy(x => x.Stop.Order ?? int.MaxValue).ThenBy(x => x.Row).Select(x => new NewStop(x.Stop.Id, x.Stop.Building, x.Stop.Place, x.Stop.Points))]);
        if (Id is { } id)
        {
            await keep.ChangeAsync(id, asked);
        }
        else
        {
            await keep.AddAsync(Input.RequestId, Input.Community ?? throw new RuleViolation("请选择小区。", field: "Community"), asked);
        }

        Say(Texts.Of("线路已保存。"));
        return RedirectToPage("/Patrols/Routes/Index");
    }

    public sealed class RouteInput
    {
        public Guid RequestId { get; set; }

        public Guid? Community { get; set; }

        public PatrolKind Kind { get; set; }

        [Required(ErrorMessage = "请填写线路名称。"), StringLength(60)]
        public string? Name { get; set; }

        public PatrolRhythm Rhythm { get; set; }

        [MaxLength(7)]
        public List<DayOfWeek> Weekdays { get; set; } = [];

        public int Every { get; set; } = 1;

        [Required(ErrorMessage = "请填写从哪天起。")]
        public DateOnly? FirstOn { get; set; }

        [Required(ErrorMessage = "请填写开始时间。")]
        public TimeOnly? From { get; set; } = new(8, 0);

        [Required(ErrorMessage = "请填写结束时间。")]
        public TimeOnly? To { get; set; } = new(10, 0);

        public bool MustScan { get; set; }

        public Guid? Whom { get; set; }

        [MaxLength(60)]
        public List<StopInput> Stops { get; set; } = [];
    }

    public sealed class StopInput
    {
        /// <summary>Of a stop that was there before.</summary>
        public Guid? Id { get; set; }

        public int? Order { get; set; }

        public Guid? Building { get; set; }

        [StringLength(60)]
        public string? Place { get; set; }

        [StringLength(2000)]
        public string? Points { get; set; }
    }
}
