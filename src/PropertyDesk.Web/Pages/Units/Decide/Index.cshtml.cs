using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Units.Decide;

/// <summary>Vacancy relief: what waits for a decision, who has it, and which charges it reduces.</summary>
public sealed class IndexModel(VacancyQueries queries, Vacancies vacancies) : DeskPage
{
    public IReadOnlyList<VacancyRow> Pending { get; private set; } = [];

    public IReadOnlyList<VacancyRow> Running { get; private set; } = [];

    public IReadOnlyList<RelievedItem> Items { get; private set; } = [];

    public override async Task LoadAsync() =>
        (Pending, Running, Items) = (await queries.PendingAsync(), await queries.CurrentAsync(), await queries.ItemsAsync());

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostItemAsync(Guid item, bool allowed)
    {
        await vacancies.RelieveAsync(item, allowed);
        Say(Texts.Of("已更改，从下一次出账起生效。"));
        return RedirectToPage();
    }
}
