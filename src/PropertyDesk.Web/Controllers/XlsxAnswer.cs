using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Spreadsheets;

namespace PropertyDesk.Web.Controllers;

/// <summary>Answers with a workbook.</summary>
internal static class XlsxAnswer
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static FileStreamResult Xlsx(this Controller controller, IWorkbookWriter writer, IReadOnlyList<Sheet> sheets, string name)
    {
        var content = new MemoryStream();
        writer.Write(sheets, content);
        content.Position = 0;
        return controller.File(content, ContentType, name);
    }
}
