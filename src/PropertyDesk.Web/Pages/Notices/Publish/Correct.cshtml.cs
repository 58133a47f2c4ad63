using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Notices;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Notices.Publish;

/// <summary>Corrects a notice that is out: a new version, shown as such.</summary>
public sealed class CorrectModel(NoticeQueries queries, PublishNotices notices, CurrentCompany current) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public NoticeInput Input { get; set; } = new();

    [BindProperty, StringLength(200)]
    public string? Reason { get; set; }

    [BindProperty]
    public bool TellsAgain { get; set; } = true;

    public NoticeDetails Details { get; private set; } = null!;

    public override async Task LoadAsync() => Details = await queries.FindAsync(Id);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = NoticeInput.Of(Details.Notice, current.TimeZone);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await notices.CorrectAsync(Id, Input.Text(current), Reason, TellsAgain);
        Say(Texts.Of("更正已发布。"));
        return RedirectToPage("/Notices/Details", new { Id });
    }
}
