using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.DirectDebit.Mandates;

/// <summary>The owners' mandates.</summary>
public sealed class IndexModel(MandateQueries mandates, CompanyDay day) : DeskPage
{
    [FromQuery]
    public string? Find { get; set; }

    [FromQuery]
    public bool Ended { get; set; }

    public Paged<MandateRow> Rows { get; private set; } = null!;

    public DateOnly Today => day.Today;

    public Pager Pager => new(Rows.Number, Rows.Total, Rows.Size);

    public async Task OnGetAsync([FromQuery(Name = "page")] int pageNumber = 1) => Rows = await mandates.ListAsync(Find, Ended, pageNumber);
}
