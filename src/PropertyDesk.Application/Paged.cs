using Microsoft.EntityFrameworkCore;

namespace PropertyDesk.Application;

/// <summary>One page of a list, and how long the whole list is.</summary>
/// <param name="Number">The page shown, from 1; never beyond the last.</param>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Total, int Number, int Size)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}

/// <summary>Cuts a query into pages.</summary>
public static class Paging
{
    /// <summary>Rows on a page of the desk's lists.</summary>
    public const int StandardSize = 50;

    /// <summary>The rows of a page; a number beyond the ends gives the nearest page.</summary>
    /// <param name="query">Ordered, and already projected to what the screen shows.</param>
    public static async Task<Paged<T>> ToPageAsync<T>(this IQueryable<T> query, int number, int size = StandardSize, CancellationToken cancel = default)
    {
        var total = await query.CountAsync(cancel);
        var last = Math.Max(1, (total + size - 1) / size);
        var page = Math.Clamp(number, 1, last);
        var rows = await query.Skip((page - 1) * size).Take(size).ToListAsync(cancel);
        return new Paged<T>(rows, total, page, size);
    }
}
