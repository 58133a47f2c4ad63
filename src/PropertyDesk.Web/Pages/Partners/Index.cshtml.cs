using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Partners;
using PropertyDesk.Domain.Partners;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Partners;

/// <summary>The outside units, and what is to be done with them now.</summary>
public sealed class IndexModel(PartnerQueries partners, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public PartnerKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    public IReadOnlyList<PartnerDue> Due { get; private set; } = [];

    public IReadOnlyList<PartnerRow> Rows { get; private set; } = [];

    public DateOnly Today => current.Today(clock);

    public async Task OnGetAsync() => (Due, Rows) = (await partners.DueAsync(), await partners.ListAsync(Kind, Q, Ended));
}
