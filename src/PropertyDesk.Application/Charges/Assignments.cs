using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.Application.Charges;

/// <summary>Says who is charged by a tariff, from which day and until when. Bills that exist stay as they are.</summary>
public sealed class Assignments(DeskDbContext db, TimeProvider clock)
{
    /// <summary>
    /// Charges all that fit and are not charged for the item yet. Each begins on the chosen day, or with the unit's
    /// handover where that is later; a parking use begins with itself.
    /// </summary>
    /// <param name="from">Null: the first day that has a price.</param>
    /// <returns>How many were added.</returns>
    public async Task<int> AssignAsync(Guid tariffId, AssignmentChoice choice, DateOnly? from = null)
    {
        var today = db.Current.Today(clock);
        var tariff = await TariffAsync(tariffId);
        var subjects = await Chosen(ChargeSubjects.Missing(db, tariff, today), choice).OrderBy(s => s.UnitCode).ThenBy(s => s.Name).ToListAsync();
        var known = subjects.Select(s => s.Id).ToHashSet();
        await RequireKnownAsync(choice.Only?.Where(id => !known.Contains(id)).ToList(), tariff);
        var first = from ?? (tariff.Versions.Count > 0 ? tariff.Versions.Min(v => v.ValidFrom) : today);
        var rows = await new SubjectRows(db).MakeAsync(tariff, subjects, first);
        try
        {
            await InsertAsync(rows);
        }
        catch (Exception error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("有的收费对象已在同一天开始计费，请刷新后再试。", field: "From");
        }

        return rows.Count;
    }

    /// <summary>Ends the charges that fit with a day.</summary>
    /// <param name="to">The last day, inclusive.</param>
    /// <returns>How many were ended.</returns>
    /// <exception cref="RuleViolation">One begins only after that day.</exception>
    public async Task<int> EndAsync(Guid tariffId, AssignmentChoice choice, DateOnly to)
    {
        var tariff = await TariffAsync(tariffId);
        var open = db.ChargeAssignments.Where(a => a.TariffId == tariffId && (a.To == null || a.To > to));
        if (choice.BuildingId is { } building)
        {
            open = open.Where(a => a.Unit.BuildingId == building);
        }

        if (Code(choice.Text) is { Length: > 0 } code)
        {
            open = open.Where(a => a.Unit.Code.StartsWith(code));
        }

        var rows = (await open.ToListAsync()).Where(a => choice.Only?.Contains(a.Id) != false && choice.Except?.Contains(a.Id) != true).ToList();
        await RequireKnownAsync(choice.Only?.Where(id => !rows.Exists(a => a.Id == id)).ToList(), tariff);
        rows.ForEach(a => a.End(to));
        await db.SaveChangesAsync();
        return rows.Count;
    }

    /// <summary>Takes back a charge that was entered by mistake and never billed.</summary>
    /// <exception cref="RuleViolation">There is a bill line of it: it can only be ended.</exception>
    public async Task RemoveAsync(Guid assignmentId)
    {
        var row = NotFoundException.Check(await db.ChargeAssignments.FirstOrDefaultAsync(a => a.Id == assignmentId), assignmentId);
        if (await db.BillLines.AnyAsync(l => l.ChargeAssignmentId == assignmentId) || await db.BillOmissions.AnyAsync(o => o.ChargeAssignmentId == assignmentId))
        {
            throw new RuleViolation("这项收费已出过账，不能删除；请填写结束日期。");
        }

        db.Remove(row);
        await db.SaveChangesAsync();
    }

    internal static IQueryable<ChargeSubject> Chosen(IQueryable<ChargeSubject> subjects, AssignmentChoice choice)
    {
        if (choice.BuildingId is { } building)
        {
            subjects = subjects.Where(s => s.BuildingId == building);
        }

        if (Code(choice.Text) is { Length: > 0 } code)
        {
            subjects = subjects.Where(s => s.UnitCode.StartsWith(code));
        }

        if (choice.UnitId is { } unit)
        {
            subjects = subjects.Where(s => s.UnitId == unit);
        }

        if (choice.Only is { } only)
        {
            subjects = subjects.Where(s => only.Contains(s.Id));
        }

        return choice.Except is { Count: > 0 } except ? subjects.Where(s => !except.Contains(s.Id)) : subjects;
    }

    internal static string Code(string? text) => Search.UnitText.Code(text ?? "");

    // A caller may have begun a transaction that does more than this.
    private async Task InsertAsync(List<ChargeAssignment> rows)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync() : null;
        await db.BulkInsertAsync(rows);
        if (transaction is not null)
        {
            await transaction.CommitAsync();
        }
    }

    // What was chosen and is not there any more was charged by somebody else in between, or never was ours.
    private async Task RequireKnownAsync(List<Guid>? unknown, Tariff tariff)
    {
        foreach (var id in unknown ?? [])
        {
            var known = await db.ChargeAssignments.AnyAsync(a => a.CommunityId == tariff.CommunityId && (a.SubjectId == id || a.Id == id));
            throw known ? new RuleViolation("有的收费对象刚被更改过，请刷新后再试。") : new NotFoundException(id.ToString());
        }
    }

    private async Task<Tariff> TariffAsync(Guid id) => NotFoundException.Check(
        await db.Tariffs.Include(t => t.Versions).Include(t => t.ChargeItem).AsNoTracking().FirstOrDefaultAsync(t => t.Id == id), id);
}
