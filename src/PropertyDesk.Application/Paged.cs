using Microsoft.EntityFrameworkCore;

namespace PropertyDesk.Application;

/// <summary>One page of a list, and how long the whole list is.</summary>
/// <param name="Number">The page shown, from 1; never beyond the last.</param>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Total, int Number, int Size)
{
    /// <summary>There are more than the total says: nobody leafs through so many.</summary>
    public bool IsCut { get; init; }

    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}

/// <summary>Cuts a query into pages.</summary>
public static class Paging
{
    /// <summary>Rows on a page of the desk's lists.</summary>
    public const int StandardSize = 50;

    /// <summary>So many are counted of lists that may be endless.</summary>
    public const int MostCounted = 10_000;

    /// <summary>The rows of a page; a number beyond the ends gives the nearest page.</summary>
    /// <param name="query">Ordered, and already projected to what the screen shows.</param>
    public static Task<Paged<T>> ToPageAsync<T>(this IQueryable<T> query, int number, int size = StandardSize, CancellationToken cancel = default) =>
        query.ToPageAsync(rows => rows, isEndless: false, number, size, cancel);

    /// <summary>As above, of very many: what the screen shows is joined to the rows of the page only.</summary>
    /// <param name="query">Ordered; where it is endless, by an index.</param>
    /// <param name="isEndless">Only the first <see cref="MostCounted"/> are counted.</param>
    /// <param name="project">To what the screen shows.</param>
    public static async Task<Paged<TRow>> ToPageAsync<T, TRow>(this IQueryable<T> query, Func<IQueryable<T>, IQueryable<TRow>> project, bool isEndless, int number, int size = StandardSize, CancellationToken cancel = default)
    {
        var counted = isEndless ? await query.Take(MostCounted + 1).CountAsync(cancel) : await query.CountAsync(cancel);
        var isCut = isEndless && counted > MostCounted;
        var total = isCut ? MostCounted : counted;
        var page = Math.Clamp(number, 1, Math.Max(1, (total + size - 1) / size));
        return new Paged<TRow>(await project(query.Skip((page - 1) * size).Take(size)).ToListAsync(cancel), total, page, size) { IsCut = isCut };
    }
}
