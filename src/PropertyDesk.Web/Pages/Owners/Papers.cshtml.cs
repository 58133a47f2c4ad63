using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>The papers of an owner.</summary>
public sealed class PapersModel(OwnerHeads heads, OwnerDocuments documents) : OwnerPage(heads)
{
    [BindProperty]
    public PaperInput Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<DocumentRow> Rows { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Rows = await documents.OfAsync(Id);
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

        await documents.AddAsync(Id, Input.RequestId, Input.Kind, Input.Title, Input.ValidUntil, await Upload.ReadAsync());
        return Done(Texts.Of("资料已保存。"));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid paper)
    {
        await documents.RemoveAsync(Id, paper);
        return Done(Texts.Of("资料已移除。"));
    }

    public sealed class PaperInput
    {
        public Guid RequestId { get; set; }

        public OwnerDocumentKind Kind { get; set; }

        [StringLength(60)]
        public string? Title { get; set; }

        public DateOnly? ValidUntil { get; set; }
    }
}
