using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Metering;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Meters;

/// <summary>A meter's readings, changes and corrections.</summary>
public sealed class DetailsModel(MeterDetailsQuery meters) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public MeterDetails Meter { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync();

    public override async Task LoadAsync() => Meter = await meters.FindAsync(Id);
}
