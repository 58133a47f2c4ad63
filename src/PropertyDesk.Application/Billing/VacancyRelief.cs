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
        if (line.Amount <= Money.Zero || !Allows(item, whole.Working))
        {
            return;
        }

        // Stretches of one rate are rounded together, so that two halves of a month are never a fen more than the month.
        foreach (var rate in vacancies.GroupBy(v => v.Rate))
        {
            foreach (var (gross, charged) in GrossOf(line, whole, payer))
            {
                var off = VacancyWaiver.Of(gross, charged, rate.Key, [.. rate.Select(v => (v.From, v.To))]);
                if (off is not null && off.Amount < Money.Zero && -off.Amount <= line.Outstanding)
                {
                    bill.Credit(line, BillCreditKind.Vacancy, off);
                }
            }
        }
    }

    // Only what is charged by the day; unless somebody chose otherwise, only what is charged by area.
    private static bool Allows(ChargeItem item, LineWorking working) => working switch
    {
        ProratedWorking or PeriodWorking => item.VacancyRelief ?? working is AreaWorking,
        MonthsWorking months => months.Months.All(m => m is ProratedWorking) && (item.VacancyRelief ?? months.Months.All(m => m is AreaWorking)),
        _ => false,
    };

    // Months billed together are relieved one by one, as if each were billed alone; a part of them by its days.
    private static IEnumerable<(Money Gross, IReadOnlyList<DayRange> Charged)> GrossOf(BillLine line, CalculatedLine whole, PayerPart payer) =>
        whole.Working is MonthsWorking together && line.Amount == whole.Amount
            ? together.Months.Cast<ProratedWorking>().Select(m => (m.Rounded, (IReadOnlyList<DayRange>)[.. m.Segments.Select(s => new DayRange(s.From, s.To))]))
            : [(line.Amount, [.. payer.Days.Select(d => new DayRange(d.From, d.To))])];
}
