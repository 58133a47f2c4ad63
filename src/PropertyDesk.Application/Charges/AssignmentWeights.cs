using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Charges;

/// <param name="Weight">Null counts as 1.</param>
public sealed record NewWeight(Guid AssignmentId, decimal? Weight, bool IsExempt);

/// <summary>Sets coefficients, and who takes no share; both hold from the next run on.</summary>
public sealed class AssignmentWeights(DeskDbContext db)
{
    /// <exception cref="NotFoundException">One of them is not charged by the tariff.</exception>
    public async Task SaveAsync(Guid tariffId, IReadOnlyList<NewWeight> weights)
    {
        var ids = weights.Select(w => w.AssignmentId).ToList();
        var rows = await db.ChargeAssignments.Where(a => a.TariffId == tariffId && ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id);
        foreach (var weight in weights)
        {
            var row = NotFoundException.Check(rows.GetValueOrDefault(weight.AssignmentId), weight.AssignmentId);
            row.Weigh(weight.Weight);
            row.Exempt(weight.IsExempt);
        }

        await db.SaveChangesAsync();
    }
}
