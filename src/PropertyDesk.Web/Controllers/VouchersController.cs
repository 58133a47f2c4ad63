using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Vouchers;
using PropertyDesk.Domain.Vouchers;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Controllers;

/// <summary>The files of an export, byte by byte as they were handed out first.</summary>
[Needs(Permission.ViewLedger)]
public sealed class VouchersController(VoucherQueries vouchers) : Controller
{
    [HttpGet("vouchers/{id:guid}.xlsx")]
    public async Task<IActionResult> Workbook(Guid id)
    {
        var (name, content) = await vouchers.FileAsync(id, VoucherFormat.Xlsx);
        return File(content, XlsxAnswer.ContentType, name);
    }

    [HttpGet("vouchers/{id:guid}.csv")]
    public async Task<IActionResult> Text(Guid id)
    {
        var (name, content) = await vouchers.FileAsync(id, VoucherFormat.Csv);
        return File(content, "text/csv; charset=utf-8", name);
    }
}
