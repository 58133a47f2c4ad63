using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Communities;

/// <summary>Mends what a unit is, or removes one that was added by mistake.</summary>
public sealed class UnitModel(UnitDetailsQuery units, ChangeUnit change) : DeskPage
{
    /// <summary>The unit.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public UnitDetails Unit { get; private set; } = null!;

    public override async Task LoadAsync() => Unit = await units.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(UnitKind kind)
    {
        await LoadAsync();
        await change.ChangeKindAsync(Id, kind);
        Say(Texts.Of("房屋资料已保存。"));
        return RedirectToPage("/Units/Details", new { Id });
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await LoadAsync();
        await change.RemoveAsync(Id);
        Say(Texts.Of("房屋 {0} 已删除。", Unit.Code));
        return RedirectToPage("/Units/Index");
    }
}
