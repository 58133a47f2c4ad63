using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Reconciliation;
using PropertyDesk.Application.Search;
using PropertyDesk.Domain.Reconciliation;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Reconciliation;

/// <summary>Decides one difference, with a document where money moves and with a reason where none does.</summary>
public sealed class ItemModel(ReconciliationQueries days, DecideDifference decide, PostDifference post, ConfirmBankLine confirm, CommunityQueries communities, DeskSearch search) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [FromQuery]
    public string? Find { get; set; }

    public Guid DayId { get; private set; }

    public MoneySource Source { get; private set; }

    public ItemRow Item { get; private set; } = null!;

    public IReadOnlyList<SearchHit> Owners { get; private set; } = [];

    public IReadOnlyList<Confirmable> Confirmables { get; private set; } = [];

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public override async Task LoadAsync()
    {
        ((DayId, Source, Item), Owners) = (await days.ItemAsync(Id), await search.FindAsync(Find));
        (Confirmables, Communities) = (await confirm.ListAsync(Id), await communities.NamesAsync());
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancel)
    {
        await decide.AskChannelAsync(Id, cancel);
        return await BackAsync(null);
    }

    public async Task<IActionResult> OnPostBookAsync(Guid ownerId) => await BackAsync(Texts.Of("已入账，收据 {0}。", await decide.BookAsync(Id, ownerId)));

    public async Task<IActionResult> OnPostPostAsync(Guid? communityId, Domain.Ledger.Account account, string? reason)
    {
        await post.PostAsync(Id, communityId, account, reason);
        return await BackAsync(Texts.Of("差额已调账。"));
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid sum)
    {
        await confirm.RunAsync(Id, sum);
        return await BackAsync(Texts.Of("已处理。"));
    }

    public async Task<IActionResult> OnPostExplainAsync(string? decision)
    {
        await decide.ExplainAsync(Id, decision);
        return await BackAsync(Texts.Of("已处理。"));
    }

    private async Task<IActionResult> BackAsync(string? said)
    {
        if (said is not null)
        {
            Say(said);
        }

        return RedirectToPage("Day", new { id = (await days.ItemAsync(Id)).DayId });
    }
}
