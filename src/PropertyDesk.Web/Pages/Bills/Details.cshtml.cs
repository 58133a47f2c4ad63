using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Disputes;
using PropertyDesk.Application.LateFees;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Bills;

/// <summary>One bill; each line opens to its working, with what came off it, what is disputed, and the late fee.</summary>
public sealed class DetailsModel(BillQueries queries, CorrectionQueries corrections, DisputeQueries disputes, LateFeeQueries lateFees, CompanyDay day) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public BillDetails Bill { get; private set; } = null!;

    public IReadOnlyList<CorrectionRow> Corrections { get; private set; } = [];

    public IReadOnlyList<DisputeRow> Disputes { get; private set; } = [];

    public BillLateFee? LateFee { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public override async Task LoadAsync()
    {
        Bill = await queries.FindAsync(Id);
        Corrections = await corrections.OfBillAsync(Id);
        Disputes = await disputes.OfBillAsync(Id);
        LateFee = await lateFees.OfBillAsync(Id, day.Today);
    }
}
