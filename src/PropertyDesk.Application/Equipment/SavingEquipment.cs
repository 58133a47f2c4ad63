using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.Application.Equipment;

internal static class SavingEquipment
{
    /// <exception cref="RuleViolation">Somebody else changed the row since it was read.</exception>
    public static async Task SaveOrSayChangedAsync(this DeskDbContext db)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("刚被他人更改，请刷新后再试。");
        }
    }
}
