using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Vouchers;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Vouchers;

/// <summary>An export: its files, and what it had more than the one before.</summary>
public sealed class DetailsModel(VoucherQueries vouchers) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ExportDetails Export { get; private set; } = null!;

    public override async Task LoadAsync() => Export = await vouchers.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();
}
