using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Companies;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Platform;

/// <summary>Opens a company and makes its first manager's invitation.</summary>
public sealed class OpenModel(CompanyOpening companies, PublicLinks links) : DeskPage
{
    [BindProperty]
    public NewCompany Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData["link"] = links.Invitation(await companies.OpenAsync(Input.Name, Input.Slug, Input.Manager));
        return RedirectToPage("/Platform/Index");
    }

    public sealed class NewCompany
    {
        [Required(ErrorMessage = "此项必填。")]
        [StringLength(100, ErrorMessage = "最多 {1} 个字符。")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "此项必填。")]
        [RegularExpression("^[a-z0-9][a-z0-9-]{1,39}$", ErrorMessage = "网址简称只能用 2 到 40 个小写字母、数字和连字符。")]
        public string Slug { get; set; } = "";

        [Required(ErrorMessage = "请填写姓名。")]
        [StringLength(100, ErrorMessage = "最多 {1} 个字符。")]
        public string Manager { get; set; } = "";
    }
}
