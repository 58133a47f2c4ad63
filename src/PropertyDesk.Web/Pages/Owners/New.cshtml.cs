using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>Adds somebody to the archive of a community.</summary>
public sealed class NewModel(CommunityQueries communities, AddOwner owners) : DeskPage
{
    [BindProperty]
    public OwnerInput Input { get; set; } = new();

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public override async Task LoadAsync() => Communities = await communities.NamesAsync();

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var id = await owners.RunAsync(Input.Community!.Value, Input.Name, Input.Kind, Input.Phone, Input.Email);
        Say(Texts.Of("{0} 已加入档案；在房屋页用“过户”或“登记业主”登记房屋。", Input.Name));
        return RedirectToPage("/Owners/Details", new { id });
    }

    public sealed class OwnerInput
    {
        [Required(ErrorMessage = "请选择小区。")]
        public Guid? Community { get; set; }

        [Required(ErrorMessage = "请填写业主姓名。")]
        [StringLength(100)]
        public string Name { get; set; } = "";

        public OwnerKind Kind { get; set; }

        [StringLength(40)]
        public string? Phone { get; set; }

        [StringLength(200)]
        public string? Email { get; set; }
    }
}
