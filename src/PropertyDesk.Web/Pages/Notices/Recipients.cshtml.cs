using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Notices;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Notices;

/// <summary>Who received a notice, who has read it, whom it did not reach.</summary>
public sealed class RecipientsModel(NoticeQueries queries, NoticeRecipients recipients) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public RecipientsShown Shown { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public NoticeDetails Details { get; private set; } = null!;

    public Paged<RecipientRow> Rows { get; private set; } = null!;

    public Pager Pager => new(Rows.Number, Rows.Total, Rows.Size);

    public override async Task LoadAsync() => (Details, Rows) = (await queries.FindAsync(Id), await recipients.ListAsync(Id, Shown, PageNumber));

    public Task OnGetAsync() => LoadAsync();
}
