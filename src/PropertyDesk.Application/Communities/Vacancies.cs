using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Communities;

/// <summary>Asks for, decides and ends the relief of vacant units (空置减免). Who asks does not approve.</summary>
public sealed class Vacancies(DeskDbContext db, TimeProvider clock)
{
    /// <param name="percent">What the vacant unit still pays, in percent, such as 70.</param>
    /// <exception cref="RuleViolation">There is a request or relief for one of the days already, or the figures cannot be.</exception>
    public async Task<Guid> RequestAsync(Guid unitId, DateOnly from, DateOnly? to, decimal percent, string reason)
    {
        var unit = NotFoundException.Check(await db.Units.FirstOrDefaultAsync(u => u.Id == unitId), unitId);
        var vacancy = new Vacancy(unit, from, to, percent / 100m, reason, db.Acting(clock));
        await RefuseOverlapAsync(vacancy, to);
        db.Add(vacancy);
        Tell(vacancy, UnitEventKind.VacancyRequested, from, Facts(vacancy), reason);
        await db.SaveFactAsync();
        return vacancy.Id;
    }

    /// <returns>A warning about bills that stay as they are; empty where there are none.</returns>
    /// <exception cref="RuleViolation">Decided already, or the own request.</exception>
    public async Task<string> ApproveAsync(Guid vacancyId, string? note)
    {
        var vacancy = await FindAsync(vacancyId);
        vacancy.Approve(db.Acting(clock), note);
        Tell(vacancy, UnitEventKind.VacancyApproved, vacancy.From, Facts(vacancy), note);
        await db.SaveFactAsync();
        return await db.WarningAsync(vacancy.UnitId, vacancy.From);
    }

    /// <exception cref="RuleViolation">Decided already, or without a reason.</exception>
    public async Task RejectAsync(Guid vacancyId, string? note)
    {
        var vacancy = await FindAsync(vacancyId);
        vacancy.Reject(db.Acting(clock), note);
        Tell(vacancy, UnitEventKind.VacancyRejected, vacancy.From, "", note);
        await db.SaveFactAsync();
    }

    /// <summary>Ends an approved relief on its last day; from the day after the unit pays in full.</summary>
    public async Task<string> EndAsync(Guid vacancyId, DateOnly to)
    {
        var vacancy = await FindAsync(vacancyId);
        if (vacancy.To < to)
        {
            throw new RuleViolation("批准到 {0} 为止；要延长请另行申请。", [Day(vacancy.To.Value)], "To");
        }

        vacancy.End(to);
        Tell(vacancy, UnitEventKind.VacancyEnded, to, "", null);
        await db.SaveFactAsync();
        return await db.WarningAsync(vacancy.UnitId, to.AddDays(1));
    }

    /// <summary>Chooses whether vacancy reduces a charge.</summary>
    public async Task RelieveAsync(Guid itemId, bool allowed)
    {
        var item = NotFoundException.Check(await db.ChargeItems.FirstOrDefaultAsync(i => i.Id == itemId), itemId);
        item.AllowVacancyRelief(allowed);
        await db.SaveChangesAsync();
    }

    private async Task<Vacancy> FindAsync(Guid id) => NotFoundException.Check(await db.Vacancies.Include(v => v.Unit).FirstOrDefaultAsync(v => v.Id == id), id);

    private async Task RefuseOverlapAsync(Vacancy wanted, DateOnly? to)
    {
        if (await db.Vacancies.AnyAsync(v => v.UnitId == wanted.UnitId && v.State != VacancyState.Rejected
            && (to == null || v.From <= to) && (v.To == null || v.To >= wanted.From)))
        {
            throw new RuleViolation("这几天已有空置减免或待批的申请。", field: "From");
        }
    }

    private void Tell(Vacancy vacancy, UnitEventKind kind, DateOnly on, string detail, string? note) =>
        db.Add(new UnitEvent(vacancy.Unit, kind, on, detail, note, db.Current.UserName, clock.GetUtcNow()));

    private static string Facts(Vacancy vacancy) =>
        string.Create(CultureInfo.InvariantCulture, $"{vacancy.Rate:0.##%}{(vacancy.To is { } to ? " → " + Day(to) : "")}");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
