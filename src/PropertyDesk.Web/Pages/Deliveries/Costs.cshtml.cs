using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Deliveries;

/// <summary>How many messages went by which channel, month by month, and what they cost.</summary>
public sealed class CostsModel(DeliveryQueries queries, CompanyDay day) : DeskPage
{
    public IReadOnlyList<DeliveryMonth> Months { get; private set; } = [];

    public Money Total => Money.Sum(Months.Select(m => m.Cost));

    public async Task OnGetAsync() => Months = await queries.MonthsAsync(day.Today);
}
