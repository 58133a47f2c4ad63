using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Deliveries;

/// <summary>One message: what it says, what happened to it, and what a person can decide about it.</summary>
public sealed class DetailsModel(DeliveryQueries queries, DeliveryDesk desk) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DeliveryDetails Details { get; private set; } = null!;

    public override async Task LoadAsync() => Details = await queries.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostRetryAsync() => DoneAsync(desk.RetryAsync(Id), Texts.Of("已重新排队，一分钟内发送。"));

    public Task<IActionResult> OnPostGiveUpAsync(string? note) => DoneAsync(desk.GiveUpAsync(Id, note), Texts.Of("不再发送。"));

    public Task<IActionResult> OnPostDecideAsync(bool wentOut, string? note) =>
        DoneAsync(desk.DecideAsync(Id, wentOut, note), wentOut ? Texts.Of("已记为发出。") : Texts.Of("已重新排队，一分钟内发送。"));

    public Task<IActionResult> OnPostRecordAsync(bool hasArrived, string? note) => DoneAsync(desk.RecordAsync(Id, hasArrived, note), Texts.Of("结果已登记。"));

    private async Task<IActionResult> DoneAsync(Task act, string message)
    {
        await act;
        Say(message);
        return RedirectToPage(new { Id });
    }
}
