using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Rounds;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Rounds;

/// <summary>Delivery rounds, and what waits for the next.</summary>
public sealed class IndexModel(RoundQueries queries, PrintRounds rounds, CompanyDay day) : DeskPage
{
    [BindProperty]
    public Guid Community { get; set; }

    /// <summary>Only the papers of this bill run.</summary>
    [BindProperty]
    public Guid? Run { get; set; }

    [BindProperty, Required(ErrorMessage = "请填写名称。"), StringLength(60)]
    public string? Title { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public DateOnly Today => day.Today;

    public IReadOnlyList<WaitingPapers> Waiting { get; private set; } = [];

    public Paged<RoundRow> Rounds { get; private set; } = null!;

    public override async Task LoadAsync() => (Waiting, Rounds) = (await queries.WaitingAsync(), await queries.ListAsync(PageNumber));

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        return RedirectToPage("/Rounds/Details", new { id = await rounds.StartAsync(Community, Run, Title) });
    }
}
