using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Visitors;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Visitors;

/// <summary>Something suspicious that has to do with no registered visitor.</summary>
public sealed class ReportModel(SuspicionReport suspicion, CommunityQueries communities) : DeskPage
{
    [BindProperty]
    public ReportInput Input { get; set; } = new();

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public override async Task LoadAsync() => Communities = await communities.NamesAsync();

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.RequestId = Guid.NewGuid();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await suspicion.OfStrangerAsync(Input.RequestId, Input.Community!.Value, Input.Place, Input.What, Input.Danger);
        Say(Texts.Of("已报保安部。"));
        return RedirectToPage("/Visitors/Index");
    }

    public sealed class ReportInput
    {
        public Guid RequestId { get; set; }

        [Required(ErrorMessage = "请选择小区。")]
        public Guid? Community { get; set; }

        [Required(ErrorMessage = "请写明情况。"), StringLength(500)]
        public string? What { get; set; }

        [StringLength(100)]
        public string? Place { get; set; }

        public bool Danger { get; set; }
    }
}
