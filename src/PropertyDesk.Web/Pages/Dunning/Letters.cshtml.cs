using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Dunning;

/// <summary>Letters that wait to be written, building by building, and those that were.</summary>
public sealed class LettersModel(LetterQueries queries, DemandLetters letters, CompanyDay day) : DeskPage
{
    /// <summary>What waits and is chosen.</summary>
    [BindProperty]
    [MaxLength(500)]
    public List<Guid> Contacts { get; set; } = [];

    /// <summary>Only letters whose delivery is not proven yet.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Unproven { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public DateOnly Today => day.Today;

    public IReadOnlyList<WaitingLetter> Waiting { get; private set; } = [];

    public Paged<LetterRow> Rows { get; private set; } = null!;

    public override async Task LoadAsync() => (Waiting, Rows) = (await queries.WaitingAsync(), await queries.ListAsync(Unproven, PageNumber));

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        Say(Texts.Of("已发出 {0} 封催款函，可以打印了。", await letters.IssueAsync(Contacts)));
        return RedirectToPage();
    }
}
