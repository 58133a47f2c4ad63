using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Communities;

/// <summary>A new community, to be built up by page.</summary>
public sealed class NewModel(ChangeCommunity communities) : DeskPage
{
    [BindProperty]
    public CommunityInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var id = await communities.AddAsync(Input.Name, Input.Address, Input.Phone);
        Say(Texts.Of("小区“{0}”已建好，接着建楼栋和房屋。", Input.Name));
        return RedirectToPage("/Communities/Buildings", new { id });
    }

    public sealed class CommunityInput
    {
        [Required(ErrorMessage = "请填写小区名称。")]
        [StringLength(100)]
        public string Name { get; set; } = "";

        [StringLength(200)]
        public string? Address { get; set; }

        [StringLength(40)]
        public string? Phone { get; set; }
    }
}
