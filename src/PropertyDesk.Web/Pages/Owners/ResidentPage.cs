using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Archive;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>A page that writes down who or what lives with an owner or renter.</summary>
public abstract class ResidentPage(OwnerHeads heads, HouseholdQueries queries, CompanyDay day) : OwnerPage(heads)
{
    [BindProperty]
    public Guid RequestId { get; set; }

    [BindProperty]
    public Guid? UnitId { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    public IReadOnlyList<HomeChoice> Homes { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Homes = await queries.HomesAsync(Id);
    }

    public Task OnGetAsync()
    {
        (RequestId, From) = (Guid.NewGuid(), day.Today);
        return LoadAsync();
    }

    protected NewResidence Where => new(RequestId, Id, UnitId ?? Guid.Empty, From);
}
