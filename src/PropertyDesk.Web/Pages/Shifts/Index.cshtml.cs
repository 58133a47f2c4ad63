using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Shifts;

/// <summary>The own open shift, the form that opens one, and all shifts.</summary>
public sealed class IndexModel(ShiftQueries shifts, ShiftRoom room, CommunityQueries communities) : DeskPage
{
    [BindProperty]
    public OpenInput Input { get; set; } = new();

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<ShiftRow> Own { get; private set; } = [];

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public Paged<ShiftRow> Shifts { get; private set; } = null!;

    public override async Task LoadAsync()
    {
        Own = await shifts.OwnAsync();
        Communities = [.. (await communities.NamesAsync()).Where(c => Own.All(s => s.CommunityId != c.Id))];
        Shifts = await shifts.ListAsync(PageNumber);
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await room.OpenAsync(Input.Community ?? throw new RuleViolation("请选择小区。", field: "Input.Community"), Money.Exact(Input.Float));
        Say(Texts.Of("已开班，可以收现金了。"));
        return RedirectToPage("/Payments/Take");
    }

    public sealed class OpenInput
    {
        public Guid? Community { get; set; }

        [Range(0, 1_000_000, ErrorMessage = "备用金不能小于 0。")]
        public decimal Float { get; set; }
    }
}
