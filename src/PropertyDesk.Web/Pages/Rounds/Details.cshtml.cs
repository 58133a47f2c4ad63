using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Rounds;
using PropertyDesk.Domain.Rounds;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Rounds;

/// <summary>A round: its papers by building, and how far it is.</summary>
public sealed class DetailsModel(RoundQueries rounds) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public RoundDetails Round { get; private set; } = null!;

    public StopRow? First => Round.Stops.FirstOrDefault(s => s.State == StopState.Waiting);

    public async Task OnGetAsync() => Round = await rounds.FindAsync(Id);
}
