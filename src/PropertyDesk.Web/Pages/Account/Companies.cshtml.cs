using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application.Companies;

namespace PropertyDesk.Web.Pages.Account;

/// <summary>The companies that this login may enter.</summary>
public sealed class CompaniesModel(CompanyAccess access, UserManager<DeskUser> users) : PageModel
{
    public IReadOnlyList<CompanyChoice> Choices { get; private set; } = [];

    public async Task OnGetAsync() => Choices = await access.ChoicesAsync(Guid.Parse(users.GetUserId(User)!));
}
