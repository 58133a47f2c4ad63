using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application.Companies;

namespace PropertyDesk.IntegrationTests.Companies;

/// <summary>One thing that can be asked of the program inside a company.</summary>
/// <param name="Ids">Names of the ids in the path.</param>
/// <param name="Fields">Names of the ids in the query or the form.</param>
internal sealed record Address(RoutePattern Pattern, bool IsPost, string? Handler, IReadOnlyList<string> Ids, IReadOnlyList<string> Fields)
{
    public bool OfPortal => Pattern.RawText!.StartsWith("Portal", StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{(IsPost ? "POST" : "GET")} /{Pattern.RawText}{(Handler is null ? "" : "?handler=" + Handler)}";

    /// <summary>The path with an id at every place for one, and the id in every field of the query.</summary>
    public string Path(Guid id)
    {
        var parts = Pattern.PathSegments.Select(s => s.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : $"{id}{Ending(s)}");
        var query = Fields.Select(f => $"{f}={id}").Append(Handler is null ? "" : "handler=" + Handler);
        return $"/{string.Join('/', parts)}?{string.Join('&', query.Where(q => q.Length > 0))}";
    }

    /// <summary>Every address inside a company, as the running program has them.</summary>
    public static async Task<List<Address>> AllAsync(IServiceProvider services)
    {
        var all = new List<Address>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(InsideCompany))
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var loaded = await services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
                all.AddRange(loaded.HandlerMethods.Select(h => Of(endpoint, h.HttpMethod == "Post", h.Name,
                    [.. loaded.BoundProperties.SelectMany(p => FieldsOf(p.Name, p.ParameterType)), .. h.Parameters.SelectMany(p => FieldsOf(p.Name, p.ParameterType))])));
            }
            else if (endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action)
            {
                var isPost = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true;
                all.Add(Of(endpoint, isPost, null, [.. action.Parameters.SelectMany(p => FieldsOf(p.Name, p.ParameterType))]));
            }
        }

        return all;
    }

    private static bool InsideCompany(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.PathSegments is not [{ Parts: [RoutePatternLiteralPart first, ..] }, ..] || !ReservedSlugs.Contains(first.Content);

    private static Address Of(RouteEndpoint endpoint, bool isPost, string? handler, List<string> fields)
    {
        var unknown = endpoint.RoutePattern.Parameters.Where(p => p.ParameterPolicies.All(policy => policy.Content != "guid")).Select(p => p.Name).ToList();
        Assert.True(unknown.Count == 0, $"{endpoint.RoutePattern.RawText}: say here how to try the parameter {string.Join(", ", unknown)}.");
        var ids = endpoint.RoutePattern.Parameters.Select(p => p.Name).ToList();
        return new Address(endpoint.RoutePattern, isPost, handler, ids, [.. fields.Where(f => !ids.Contains(f, StringComparer.OrdinalIgnoreCase)).Distinct()]);
    }

    private static IEnumerable<string> FieldsOf(string name, Type type) =>
        IsId(type) ? [name]
        : type.Namespace?.StartsWith("PropertyDesk", StringComparison.Ordinal) == true && type.IsClass
            ? type.GetProperties().Where(p => IsId(p.PropertyType)).Select(p => $"{name}.{p.Name}")
            : [];

    private static bool IsId(Type type) => type == typeof(Guid) || type == typeof(Guid?) || type.IsAssignableTo(typeof(IEnumerable<Guid>));

    private static string Ending(RoutePatternPathSegment segment) => string.Concat(segment.Parts.Skip(1).Select(p => p switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    }));
}
