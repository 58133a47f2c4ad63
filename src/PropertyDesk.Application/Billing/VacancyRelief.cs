using PropertyDesk.Domain;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Billing;

/// <summary>
/// Takes the approved vacancy of a unit off a line that charges by the day: the gross line stays, the relief is a document
/// beside it. Of several payers each gets the relief of the own days.
/// </summary>
internal static class VacancyRelief
{
    /// <param name="whole">The charge before it was divided among payers.</param>
    public static void Give(Bill bill, BillLine line, ChargeItem item, CalculatedLine whole, PayerPart payer, IEnumerable<Vacancy> vacancies)
    {
        if (line.Amount <= Money.Zero || whole.Working is not ProratedWorking prorated || !(item.VacancyRelief ?? prorated is AreaWorking))
        {
            return;
        }

        DayRange[] charged = [.. payer.Days.Select(d => new DayRange(d.From, d.To))];

        // Stretches of one rate are rounded together, so that two halves of a month are never a fen more than the month.
        foreach (var rate in vacancies.GroupBy(v => v.Rate))
        {
            var off = VacancyWaiver.Of(line.Amount, charged, rate.Key, [.. rate.Select(v => (v.From, v.To))]);
            if (off is not null && off.Amount < Money.Zero && -off.Amount <= line.Outstanding)
            {
                bill.Credit(line, BillCreditKind.Vacancy, off);
            }
        }
    }
}
