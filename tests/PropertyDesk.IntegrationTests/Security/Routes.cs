using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application.Companies;

namespace PropertyDesk.IntegrationTests.Security;

/// <summary>The addresses that the program answers, from its own list of endpoints: a new page cannot escape.</summary>
internal static class Routes
{
    /// <summary>Addresses of pages and controllers that take the method, inside the company where they belong there.</summary>
    public static IReadOnlyList<string> Of(Desk desk, string method) =>
    [
        .. desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ActionDescriptor>() is not null)
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods.Count: > 0 } only || only.HttpMethods.Contains(method))
            .Select(e => Address(desk, e.RoutePattern))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static string Address(Desk desk, Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern)
    {
        var path = string.Join('/', pattern.PathSegments.Select(s => string.Concat(s.Parts.Select(Part))));
        return ReservedSlugs.Contains(path.Split('/')[0]) ? "/" + path : $"/{desk.Company.Slug}/{path}";
    }

    private static string Part(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter =>
            parameter.ParameterPolicies.Any(p => p.Content == "int") ? "404" : Guid.NewGuid().ToString(),
        _ => "",
    };
}
