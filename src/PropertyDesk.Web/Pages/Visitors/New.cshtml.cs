using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Visitors;
using PropertyDesk.Domain.Visitors;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Visitors;

/// <summary>Somebody comes without an invitation.</summary>
public sealed class NewModel(Gate gate, CommunityQueries communities, CompanyDay day) : DeskPage
{
    [BindProperty]
    public WalkInInput Input { get; set; } = new();

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public override async Task LoadAsync() => Communities = await communities.NamesAsync();

    public async Task OnGetAsync()
    {
        await LoadAsync();
        (Input.RequestId, Input.On) = (Guid.NewGuid(), day.Today);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var id = await gate.RegisterAsync(new WalkIn(
            Input.RequestId, Input.Community!.Value, Input.Unit, Input.Place, new VisitFacts(Input.Name, Input.Phone, Input.Plate, Input.People, Input.Purpose), Input.On));
        return RedirectToPage("/Visitors/Details", new { id });
    }

    public sealed class WalkInInput
    {
        public Guid RequestId { get; set; }

        [Required(ErrorMessage = "请选择小区。")]
        public Guid? Community { get; set; }

        [Required(ErrorMessage = "请填写访客姓名。"), StringLength(40)]
        public string? Name { get; set; }

        [StringLength(40)]
        public string? Unit { get; set; }

        [StringLength(60)]
        public string? Place { get; set; }

        [Required(ErrorMessage = "请填写来访事由。"), StringLength(100)]
        public string? Purpose { get; set; }

        [StringLength(20)]
        public string? Phone { get; set; }

        [StringLength(16)]
        public string? Plate { get; set; }

        public int People { get; set; } = 1;

        public DateOnly? On { get; set; }
    }
}
