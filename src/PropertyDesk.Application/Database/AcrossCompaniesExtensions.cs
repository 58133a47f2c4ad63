using Microsoft.EntityFrameworkCore;

namespace PropertyDesk.Application.Database;

/// <summary>Questions that span companies. Each says beside it why, and what narrows it instead.</summary>
public static class AcrossCompaniesExtensions
{
    /// <summary>Stands in the command, so that the wall of the database, too, lets it pass.</summary>
    public const string Mark = "across companies";

    private static readonly string[] Filters = [DeskDbContext.CompanyFilter, DeskDbContext.CommunityFilter];

    /// <summary>Past the filters: the rows of every company, and of every community.</summary>
    public static IQueryable<T> AcrossCompanies<T>(this IQueryable<T> rows)
        where T : class => rows.IgnoreQueryFilters(Filters).TagWith(Mark);
}
