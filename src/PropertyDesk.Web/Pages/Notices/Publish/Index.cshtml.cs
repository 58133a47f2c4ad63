using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Notices;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Notices.Publish;

/// <summary>Lets a notice out now or later, after showing whom it reaches; or withdraws it.</summary>
public sealed class IndexModel(NoticeQueries queries, PublishNotices notices, CurrentCompany current) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>How many owners this page showed.</summary>
    [BindProperty]
    public int? Expected { get; set; }

    /// <summary>As people of the company write it.</summary>
    [BindProperty]
    public DateTime? At { get; set; }

    [BindProperty, StringLength(200)]
    public string? Reason { get; set; }

    public NoticeDetails Details { get; private set; } = null!;

    public Reached? Reach { get; private set; }

    public override async Task LoadAsync()
    {
        Details = await queries.FindAsync(Id);
        Reach = Details.Notice.IsOut ? null : await queries.ReachAsync(Details);
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostPublishAsync()
    {
        await notices.PublishAsync(Id, Expected);
        return Done(Texts.Of("通知已发布。"));
    }

    public async Task<IActionResult> OnPostScheduleAsync()
    {
        await notices.ScheduleAsync(Id, At is { } at ? current.InstantOf(at) : default);
        return Done(Texts.Of("已定时发布。"));
    }

    public async Task<IActionResult> OnPostUnscheduleAsync()
    {
        await notices.UnscheduleAsync(Id);
        return Done(Texts.Of("已取消定时，回到草稿。"));
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        await notices.WithdrawAsync(Id, Reason);
        return Done(Texts.Of("通知已撤回，未发出的消息不再发送。"));
    }

    private RedirectToPageResult Done(string message)
    {
        Say(message);
        return RedirectToPage("/Notices/Details", new { Id });
    }
}
