using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Metering;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Meters;

/// <summary>One meter at a time on a phone, in walking order; saving leads to the next that is not read yet.</summary>
public sealed class PhoneModel(MeterQueries meters, ReadingEntry entry, UnitQueries units, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Building { get; set; }

    [BindProperty(SupportsGet = true)]
    public MeterKind? Kind { get; set; }

    /// <summary>The stop to show; the first unread one where none is given.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Meter { get; set; }

    /// <summary>A meter or room number to go to.</summary>
    [BindProperty(SupportsGet = true)]
    [StringLength(40)]
    public string? Find { get; set; }

    [BindProperty]
    public ReadingRow Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Photo { get; set; }

    public IReadOnlyList<BuildingName> Buildings { get; private set; } = [];

    public IReadOnlyList<MeterStop> Stops { get; private set; } = [];

    public int Place { get; private set; }

    public MeterStop? Stop => Place < Stops.Count ? Stops[Place] : null;

    public Task OnGetAsync() => LoadAsync();

    public override async Task LoadAsync()
    {
        Buildings = await units.BuildingsAsync();
        var place = NotFoundException.Check(Buildings.FirstOrDefault(b => (Building is null || b.Id == Building) && (Community is null || b.CommunityId == Community)), Building ?? Community ?? Guid.Empty);
        (Building, Community) = (place.Id, place.CommunityId);
        if (Find?.Trim() is { Length: > 0 } text && await meters.FindAsync(text) is { } found)
        {
            (Building, Meter, Kind) = (found.BuildingId, found.Id, null);
        }

        Stops = await meters.WalkAsync(Building!.Value, Kind, current.Today(clock));
        var wanted = Meter is { } id ? Stops.ToList().FindIndex(s => s.Id == id) : Stops.ToList().FindIndex(s => s.Today is null);
        Place = wanted >= 0 || Meter is null ? Math.Max(0, wanted) : throw new NotFoundException(nameof(Meter));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Meter = Input.MeterId;
        await LoadAsync();
        var answer = ModelState.IsValid && Input.Read() is { } reading
            ? (await entry.SaveAsync(current.Today(clock), ReadingChannel.Phone, [reading with { Photo = await Photo.ReadAsync() }]))[0]
            : null;
        if (answer?.Stored == true)
        {
            var next = Stops.Skip(Place + 1).Concat(Stops.Take(Place)).FirstOrDefault(s => s.Today is null);
            Say(next is null ? Texts.Of("这一程的表都抄完了。") : Texts.Of("{0} 已保存。", Stop!.Number));
            return RedirectToPage(new { Building, Kind, Meter = next?.Id ?? Meter });
        }

        Input.MayConfirm = answer is { Verdict.Refusal: null };
        ModelState.Clear();
        ModelState.AddModelError("Input.Value", answer is null ? Texts.Of("请填写读数，只能是数字。") : ReadingWords.Of(answer.Verdict));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
