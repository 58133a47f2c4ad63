using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.PersonalData;
using PropertyDesk.Domain.PersonalData;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.DataRequests;

/// <summary>One request about personal data, and the two ways in which it ends.</summary>
public sealed class DetailsModel(DataRequestQueries queries, Application.PersonalData.DataRequests requests) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Required(ErrorMessage = "请填写给业主的答复。"), StringLength(500)]
    public string? Answer { get; set; }

    public DataRequestRow Row { get; private set; } = null!;

    public override async Task LoadAsync() => Row = await queries.FindAsync(Id);

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        await LoadAsync();
        Answer = Row.Kind == DataRequestKind.Deletion
            ? Texts.Of("已删除您的手机号、邮箱、身份证号和联系偏好，家人账号已停用。房屋权属、账单和缴费记录依《会计法》《会计档案管理办法》必须保存，不能删除；登录账号保留，供您查看账单和这份答复。")
            : null;
    }

    public Task<IActionResult> OnPostDoneAsync() => EndAsync(() => requests.DoneAsync(Id, Answer));

    public Task<IActionResult> OnPostRefuseAsync() => EndAsync(() => requests.RefuseAsync(Id, Answer));

    private async Task<IActionResult> EndAsync(Func<Task> end)
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await end();
        Say(Texts.Of("已答复，业主可以看到。"));
        return RedirectToPage(new { Id });
    }
}
