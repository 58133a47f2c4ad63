using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using PropertyDesk.Application;
using PropertyDesk.Application.Documents;

namespace PropertyDesk.Web.Hosting;

/// <summary>Answers a request with a printed document, which the browser shows beside the page.</summary>
public sealed class PdfPrinter(IDocumentRenderer renderer, CurrentCompany company, TimeProvider clock, ILogger<PdfPrinter> log)
{
    public Letterhead Letterhead => Letterhead.Of(company, clock);

    /// <summary>Whether a file is a picture that can be printed.</summary>
    public bool CanPrint(byte[] picture) => renderer.CanPrint(picture);

    /// <param name="name">Of the file, without its ending.</param>
    public FileStreamResult Answer(HttpResponse response, PrintDocument document, string name)
    {
        var output = new MemoryStream();
        var result = renderer.Render(document, output);
        if (result.MissingCharacters.Count > 0)
        {
            log.LogWarning("No font has the characters {Characters}; 〓 was printed in {Document}", string.Join(' ', result.MissingCharacters), name);
        }

        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(name + ".pdf");
        response.Headers.ContentDisposition = disposition.ToString();
        output.Position = 0;
        return new FileStreamResult(output, "application/pdf");
    }
}
