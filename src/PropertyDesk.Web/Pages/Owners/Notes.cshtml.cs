using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>What the desk keeps in mind about an owner; a note is struck and written anew, never changed.</summary>
public sealed class NotesModel(OwnerHeads heads, OwnerNotes notes) : OwnerPage(heads)
{
    [BindProperty]
    public NoteInput Input { get; set; } = new();

    public IReadOnlyList<OwnerNote> Rows { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Rows = await notes.OfAsync(Id);
    }

    public Task OnGetAsync()
    {
        Input.RequestId = Guid.NewGuid();
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostAddAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await notes.AddAsync(Id, Input.RequestId, Input.Text, Input.IsPinned);
        return Done(Texts.Of("备注已保存。"));
    }

    public async Task<IActionResult> OnPostPinAsync(Guid note, bool pin)
    {
        await notes.PinAsync(Id, note, pin);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostStrikeAsync(Guid note, string? because)
    {
        await notes.StrikeAsync(Id, note, because);
        return Done(Texts.Of("备注已划去，原文保留。"));
    }

    public sealed class NoteInput
    {
        public Guid RequestId { get; set; }

        [Required(ErrorMessage = "请填写备注。")]
        [StringLength(OwnerNote.LongestText)]
        public string? Text { get; set; }

        public bool IsPinned { get; set; }
    }
}
