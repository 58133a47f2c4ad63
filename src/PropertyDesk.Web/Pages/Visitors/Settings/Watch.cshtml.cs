using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Visitors;
using PropertyDesk.Domain.Visitors;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Visitors.Settings;

/// <summary>Whom the gate looks at twice.</summary>
public sealed class WatchModel(WatchList watch, CommunityQueries communities) : DeskPage
{
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public WatchInput Input { get; set; } = new();

    public Paged<WatchRow> Entries { get; private set; } = null!;

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public override async Task LoadAsync() => (Entries, Communities) = (await watch.ListAsync(PageNumber), await communities.NamesAsync());

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.RequestId = Guid.NewGuid();
    }

    public async Task<IActionResult> OnPostAddAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await watch.AddAsync(Input.Community!.Value, Input.RequestId, new WatchFacts(Input.Name, Input.Plate, Input.PhoneTail, Input.Reason, Input.Until));
        Say(Texts.Of("已加入名单。"));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid entry)
    {
        await watch.RemoveAsync(entry);
        Say(Texts.Of("已移出名单。"));
        return RedirectToPage();
    }

    public sealed class WatchInput
    {
        public Guid RequestId { get; set; }

        [Required(ErrorMessage = "请选择小区。")]
        public Guid? Community { get; set; }

        [StringLength(40)]
        public string? Name { get; set; }

        [StringLength(16)]
        public string? Plate { get; set; }

        [StringLength(20)]
        public string? PhoneTail { get; set; }

        [Required(ErrorMessage = "请填写原因。"), StringLength(200)]
        public string? Reason { get; set; }

        public DateOnly? Until { get; set; }
    }
}
