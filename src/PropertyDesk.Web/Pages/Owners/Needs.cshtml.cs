using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>The tags and service needs of an owner, now and before; sensitive ones only when somebody asks.</summary>
public sealed class NeedsModel(OwnerHeads heads, TagQueries queries, OwnerTags tags, TagOwners put, OwnerContacts contacts, CompanyDay day) : OwnerPage(heads)
{
    [BindProperty]
    public TagInput Input { get; set; } = new();

    public IReadOnlyList<TaggingRow> Rows { get; private set; } = [];

    public IReadOnlyList<OwnerTag> Tags { get; private set; } = [];

    public bool IsRevealed { get; private set; }

    public DateOnly Today => day.Today;

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        (Rows, Tags) = (await queries.HistoryAsync(Id), await tags.ListAsync());
    }

    public async Task OnGetAsync()
    {
        await tags.FillAsync();
        Input.From = day.Today;
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostRevealAsync()
    {
        ModelState.Clear();
        await contacts.RevealAsync(Id);
        IsRevealed = true;
        Input.From = day.Today;
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostPutAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await put.PutAsync(Id, Input.TagId!.Value, Input.From, Input.Until, Input.Note);
        return Done(Texts.Of("标签已加上。"));
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid tagging)
    {
        await put.TakeAsync(Id, tagging);
        return Done(Texts.Of("标签已取下，记录保留。"));
    }

    public sealed class TagInput
    {
        [Required(ErrorMessage = "请选择标签。")]
        public Guid? TagId { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? Until { get; set; }

        [StringLength(OwnerTagging.LongestNote)]
        public string? Note { get; set; }
    }
}
