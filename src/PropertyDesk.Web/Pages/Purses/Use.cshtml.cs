using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Purses;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Purses;

/// <summary>A document that used purses for bills; its red twin takes it back.</summary>
public sealed class UseModel(PurseQueries purses, ApplyPurse purse) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public UseDetails Use { get; private set; } = null!;

    public override async Task LoadAsync() => Use = await purses.UseAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostTakeBackAsync(Guid requestId, string? reason)
    {
        var red = await purse.TakeBackAsync(Id, requestId, reason);
        Say(Texts.Of("抵扣已撤销。"));
        return RedirectToPage(new { id = red });
    }
}
