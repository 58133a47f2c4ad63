using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Metering;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Meters;

/// <summary>The readings of a building in walking order: one column of inputs, what is good is stored, what is not comes back marked.</summary>
public sealed class EnterModel(MeterQueries meters, ReadingEntry entry, UnitQueries units, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Building { get; set; }

    [BindProperty(SupportsGet = true)]
    public MeterKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    [BindProperty]
    [MaxLength(2000)]
    public List<ReadingRow> Rows { get; set; } = [];

    public IReadOnlyList<BuildingName> Buildings { get; private set; } = [];

    public IReadOnlyList<MeterStop> Stops { get; private set; } = [];

    public Task OnGetAsync()
    {
        // Whoever comes from a month that is not over yet reads today.
        On = current.Today(clock) is var today && On > today ? today : On;
        return LoadAsync();
    }

    public override async Task LoadAsync()
    {
        On ??= current.Today(clock);
        Buildings = await units.BuildingsAsync();
        var place = NotFoundException.Check(Buildings.FirstOrDefault(b => (Building is null || b.Id == Building) && (Community is null || b.CommunityId == Community)), Building ?? Community ?? Guid.Empty);
        (Building, Community) = (place.Id, place.CommunityId);
        Stops = await meters.WalkAsync(place.Id, Kind, On.Value);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var typed = Rows.Where(r => !string.IsNullOrWhiteSpace(r.Value)).ToList();
        if (typed.Count == 0)
        {
            throw new RuleViolation("还没有填写读数。");
        }

        var answers = await entry.SaveAsync(On!.Value, ReadingChannel.Page, [.. typed.Select(r => r.Read()).OfType<NewReading>()]);
        Rows = Left(typed, answers);
        if (Rows.Count == 0)
        {
            Say(Texts.Of("已保存 {0} 个读数。", answers.Count));
            return RedirectToPage(new { Building, Kind, On = Show.Day(On.Value) });
        }

        ModelState.Clear();
        ModelState.AddModelError("", Texts.Of("已保存 {0} 个读数；{1} 个没有保存，请看标出的行。", answers.Count(a => a.Stored), Rows.Count));
        await LoadAsync();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>What was typed for a meter and not stored.</summary>
    public ReadingRow? RowOf(Guid meter) => Rows.Find(r => r.MeterId == meter);

    private static List<ReadingRow> Left(List<ReadingRow> typed, IReadOnlyList<EnteredReading> answers)
    {
        foreach (var row in typed)
        {
            var answer = answers.FirstOrDefault(a => a.Reading.MeterId == row.MeterId);
            row.Verdict = answer is null ? Texts.Of("不是数字") : answer.Stored ? null : ReadingWords.Of(answer.Verdict);
            row.MayConfirm = answer is { Stored: false, Verdict.Refusal: null };
        }

        return typed.FindAll(r => r.Verdict is not null);
    }
}
