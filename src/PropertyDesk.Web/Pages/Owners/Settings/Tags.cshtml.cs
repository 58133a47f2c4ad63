using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners.Settings;

/// <summary>Which tags and service needs there are, and how they look.</summary>
public sealed class TagsModel(OwnerTags tags) : DeskPage
{
    [BindProperty]
    public TagInput Input { get; set; } = new();

    public IReadOnlyList<OwnerTag> Tags { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await tags.FillAsync();
        Tags = await tags.ListAsync(withEnded: true);
    }

    public Task OnGetAsync() => LoadAsync();

    /// <param name="tag">Null for a new one.</param>
    public async Task<IActionResult> OnPostSaveAsync(Guid? tag)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await tags.SaveAsync(tag, new TagTerms(Input.Name, Input.Kind, Input.Mark, Input.Colour, Input.IsSensitive));
        return Saved();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid tag)
    {
        await tags.EndAsync(tag, isEnded: true);
        return Saved();
    }

    public async Task<IActionResult> OnPostResumeAsync(Guid tag)
    {
        await tags.EndAsync(tag, isEnded: false);
        return Saved();
    }

    private RedirectToPageResult Saved()
    {
        Say(Texts.Of("设置已保存。"));
        return RedirectToPage();
    }

    public sealed class TagInput
    {
        [Required(ErrorMessage = "请填写标签名称。")]
        [StringLength(OwnerTag.LongestName)]
        public string? Name { get; set; }

        public TagKind Kind { get; set; }

        [StringLength(OwnerTag.LongestMark)]
        public string? Mark { get; set; }

        public TagColour Colour { get; set; }

        public bool IsSensitive { get; set; }
    }
}
