using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tickets.Settings;

/// <summary>A department and its people.</summary>
public sealed class DepartmentModel(TicketSettings settings) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty, Required(ErrorMessage = "请填写部门名称。"), StringLength(40)]
    public string? Name { get; set; }

    [BindProperty]
    public List<Guid> Members { get; set; } = [];

    /// <summary>Null for a new one.</summary>
    public DepartmentRow? Department { get; private set; }

    public IReadOnlyList<StaffName> Staff { get; private set; } = [];

    public override async Task LoadAsync()
    {
        Staff = await settings.StaffAsync();
        Department = Id is { } id ? NotFoundException.Check((await settings.DepartmentsAsync()).FirstOrDefault(d => d.Id == id), id) : null;
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        (Name, Members) = (Department?.Name, [.. Department?.Members ?? []]);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await settings.SaveDepartmentAsync(Id, Name, Members);
        Say(Texts.Of("设置已保存。"));
        return RedirectToPage("/Tickets/Settings/Index");
    }
}
