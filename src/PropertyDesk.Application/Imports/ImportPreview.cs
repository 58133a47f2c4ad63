using System.Text.Json;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Imports;

namespace PropertyDesk.Application.Imports;

/// <summary>What the desk sees before it confirms.</summary>
/// <param name="Period">The month that the common meters' readings count for.</param>
public sealed record ImportPreview(
    Guid BatchId, string FileName, string Community, ImportState State, string Period, IReadOnlyDictionary<string, SheetCounts> Counts,
    IReadOnlyList<ImportProblem> Problems, IReadOnlyList<SkippedTotal> SkippedTotals)
{
    public int Errors => Problems.Count(p => p.IsError);

    /// <summary>Readings that are imported only if whoever confirms stands by them.</summary>
    public int Doubts { get; init; }

    /// <summary>False: every good row is in the archive already.</summary>
    public bool HasWork => Doubts > 0 || Counts.Values.Any(c => c.New + c.Changed > 0);

    internal static ImportPreview FromJson(string json) => JsonSerializer.Deserialize<ImportPreview>(json)!;

    internal string ToJson() => JsonSerializer.Serialize(this);

    internal static ImportPreview Of(ImportBatch batch, ImportPlan plan) =>
        new(batch.Id, batch.FileName, plan.Archive.Community.Name, batch.State, plan.Period.ToString(), plan.Counts,
            [.. plan.Report.Problems.OrderBy(p => SheetForm.All.ToList().FindIndex(f => f.Name == p.Sheet)).ThenBy(p => p.Row)], plan.Report.SkippedTotals)
        { Doubts = plan.Doubts };
}

/// <summary>A row of totals that was passed over.</summary>
public sealed record SkippedTotal(string Sheet, int Row);
