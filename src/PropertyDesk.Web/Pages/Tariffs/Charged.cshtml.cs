using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Charges;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tariffs;

/// <summary>Who is charged by a tariff, and who in its scope is not; both can be changed in bulk.</summary>
public sealed class ChargedModel(TariffQueries tariffs, AssignmentQueries queries, Assignments assignments, CurrentCompany current, TimeProvider clock) : DeskPage
{
    public const string Missing = "missing";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Building { get; set; }

    /// <summary>Start of a unit's short form.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary><see cref="Missing"/>, or those that are charged.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty]
    public ChargedInput Input { get; set; } = new();

    public OneTariff Found { get; private set; } = null!;

    public IReadOnlyList<BuildingChoice> Buildings { get; private set; } = [];

    public Paged<ChargedRow> Rows { get; private set; } = null!;

    public bool ShowsMissing => Show == Missing;

    public Pager Pager => new(Rows.Number, Rows.Total, Rows.Size);

    public override async Task LoadAsync()
    {
        Found = await tariffs.FindAsync(Id);
        Buildings = await queries.BuildingsAsync(Found.CommunityId);
        var page = int.TryParse(Request.Query["page"], out var number) ? number : 1;
        Rows = ShowsMissing ? await queries.MissingAsync(Id, Filter, page) : await queries.ChargedAsync(Id, Filter, page);
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.Day = current.Today(clock);
    }

    /// <summary>Charges all that fit the filter, except the ticked ones.</summary>
    public async Task<IActionResult> OnPostAssignAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var added = await assignments.AssignAsync(Id, Filter with { Except = Input.Ticked }, Input.FromFirstPrice ? null : Input.Day);
        Say(Texts.Of("{0} 个收费对象开始计费。", added));
        return RedirectToPage(new { Id });
    }

    /// <summary>Ends the ticked charges, or all that fit the filter.</summary>
    public async Task<IActionResult> OnPostEndAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var ended = await assignments.EndAsync(Id, Filter with { Only = Input.All ? null : Input.Ticked }, Input.Day!.Value);
        Say(Texts.Of("{0} 个收费对象计费到 {1} 为止。", ended, Hosting.Show.Day(Input.Day)));
        return RedirectToPage(new { Id, Building, Q });
    }

    private AssignmentChoice Filter => new(Building, Q);

    public sealed class ChargedInput
    {
        [Required(ErrorMessage = "请填写日期。")]
        public DateOnly? Day { get; set; }

        /// <summary>From the first price, or the handover where that is later, instead of the day.</summary>
        public bool FromFirstPrice { get; set; }

        /// <summary>All that fit the filter, not only the ticked ones.</summary>
        public bool All { get; set; }

        [MaxLength(200)]
        public List<Guid> Ticked { get; set; } = [];
    }
}
