using PropertyDesk.Domain;

namespace PropertyDesk.Application.Billing;

/// <summary>
/// Writes a draft part by part in the caller's transaction: while the database takes one part, the next one is computed.
/// At no time more than two parts are in memory.
/// </summary>
internal static class DraftWriting
{
    /// <summary>Large enough for bulk inserts to be at full speed, small enough to weigh nothing.</summary>
    public const int UnitsOfPart = 2_000;

    /// <param name="written">Called with each part that was written.</param>
    /// <returns>How many bills and lines, what they come to, and their seal.</returns>
    public static async Task<Drafted> InsertAsync(DeskDbContext db, IEnumerable<DraftPart> parts, Action<DraftPart> written, CancellationToken cancel)
    {
        var (bills, lines, total) = (0, 0, Money.Zero);
        using var seal = new RunSeal();
        using var source = parts.GetEnumerator();
        var next = NextOf(source, cancel);
        try
        {
            while (await next is { } part)
            {
                next = NextOf(source, cancel);
                await part.InsertAsync(db, cancel);
                part.Bills.ForEach(seal.Add);
                (bills, lines, total) = (bills + part.Bills.Count, lines + part.Lines.Count, total + part.Total);
                written(part);
            }
        }
        finally
        {
            // Where writing failed, the computation must come to its end before its source is disposed of.
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return new Drafted(bills, lines, total, seal.Close());
    }

    private static Task<DraftPart?> NextOf(IEnumerator<DraftPart> source, CancellationToken cancel) =>
        Task.Run(() => source.MoveNext() ? source.Current : null, cancel);
}

/// <summary>What was written.</summary>
/// <param name="Seal">Of the bills in the order of their numbers.</param>
internal sealed record Drafted(int Bills, int Lines, Money Total, string Seal);
