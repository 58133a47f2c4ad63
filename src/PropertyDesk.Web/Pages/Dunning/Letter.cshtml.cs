using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Domain.Dunning;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Dunning;

/// <summary>A letter, and the proof that it was delivered.</summary>
public sealed class LetterModel(LetterQueries queries, DemandLetters letters, CompanyDay day) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The door of a round from which one came, and to which one returns.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Stop { get; set; }

    [BindProperty]
    public LetterWay Way { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty, StringLength(60)]
    public string? PostNumber { get; set; }

    /// <summary>The photo or paper that proves it.</summary>
    [BindProperty(Name = "File")]
    public IFormFile? Upload { get; set; }

    [BindProperty, StringLength(500)]
    public string? Note { get; set; }

    public LetterDetails Details { get; private set; } = null!;

    public override async Task LoadAsync() => Details = await queries.FindAsync(Id);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        (On, Way) = (day.Today, Stop is null ? LetterWay.RegisteredPost : LetterWay.HandedOver);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await letters.ProveAsync(Id, new ProofOfDelivery(Way, On ?? day.Today, PostNumber, await Upload.ReadAsync(), Note));
        Say(Texts.Of("送达证明已登记。"));
        return Stop is { } stop ? RedirectToPage("/Rounds/Stop", new { id = stop }) : RedirectToPage(new { Id });
    }
}
