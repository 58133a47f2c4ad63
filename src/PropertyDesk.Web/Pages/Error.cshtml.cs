using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;

namespace PropertyDesk.Web.Pages;

/// <summary>What went wrong, in the user's words; for a bug the number under which it is in the log.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    public int Status { get; private set; }

    public string Title { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public string Reference { get; private set; } = "";

    public void OnGet(int? status) => Show(status);

    public void OnPost(int? status) => Show(status);

    private void Show(int? status)
    {
        Status = status ?? 500;
        Reference = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
        (Title, Advice) = Status switch
        {
            403 => (Texts.Of("没有权限"), Texts.Of("您的角色不能使用此功能；如需要，请联系经理。")),
            404 => (Texts.Of("找不到"), Texts.Of("此页面不存在，或不属于您的公司。")),
            400 => (Texts.Of("请求无效"), Texts.Of("页面可能放置太久，请返回并刷新后重试。")),
            429 => (Texts.Of("尝试次数太多"), Texts.Of("请稍等一分钟再试。")),
            _ => (Texts.Of("出错了"), Texts.Of("未保存任何更改。请重试；如仍出错，请把编号告诉技术支持。")),
        };
        Response.StatusCode = Status;
    }
}
