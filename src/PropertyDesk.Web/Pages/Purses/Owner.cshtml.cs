using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Purses;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Purses;

/// <summary>An owner's purses: balances by class, every movement with its document.</summary>
public sealed class OwnerModel(PurseQueries queries) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public OwnerPurses Purses { get; private set; } = null!;

    public Paged<PurseMovementRow> Movements { get; private set; } = null!;

    public Pager Pager => new(Movements.Number, Movements.Total, Movements.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1) =>
        (Purses, Movements) = (await queries.OfOwnerAsync(Id), await queries.MovementsAsync([Id], pageNumber));

    /// <summary>The page of the document.</summary>
    public string? LinkOf(PurseMovementRow row) => Url.Page(
        row.DocumentKind switch
        {
            PurseDocument.Use => "/Purses/Use",
            PurseDocument.Release => "/Purses/Moved",
            PurseDocument.Bill => "/Bills/Details",
            PurseDocument.Merge => "/Owners/Merging/Merge",
            PurseDocument.Correction => "/Corrections/Details",
            _ => "/Payments/Details",
        },
        new { id = row.DocumentId });
}
