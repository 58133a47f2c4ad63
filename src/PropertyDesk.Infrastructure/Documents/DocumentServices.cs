using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application.Documents;

namespace PropertyDesk.Infrastructure.Documents;

/// <summary>Printing of documents.</summary>
public static class DocumentServices
{
    /// <summary>One renderer for the whole program, because it keeps the fonts.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services) =>
        services.AddSingleton<IDocumentRenderer, PdfRenderer>();
}
