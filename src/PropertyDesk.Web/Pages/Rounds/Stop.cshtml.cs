using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Rounds;
using PropertyDesk.Domain.Rounds;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Rounds;

/// <summary>One household at a time on a phone; what is recorded leads to the next door.</summary>
public sealed class StopModel(RoundQueries queries, PrintRounds rounds) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public StopState State { get; set; }

    [BindProperty, StringLength(200)]
    public string? Note { get; set; }

    public StopDetails Details { get; private set; } = null!;

    public override async Task LoadAsync() => Details = await queries.StopAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var next = await rounds.RecordAsync(Id, State, Note);
        Say(next is null ? Texts.Of("这一程都登记完了。") : Texts.Of("{0} 已登记。", Details.Stop.Unit));
        return next is null ? RedirectToPage("/Rounds/Details", new { id = Details.Stop.RoundId }) : RedirectToPage(new { id = next });
    }
}
