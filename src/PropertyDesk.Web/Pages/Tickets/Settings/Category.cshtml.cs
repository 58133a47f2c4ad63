using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tickets.Settings;

/// <summary>A category: who does it, and what is promised.</summary>
public sealed class CategoryModel(TicketSettings settings) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public CategoryInput Input { get; set; } = new();

    public IReadOnlyList<DepartmentRow> Departments { get; private set; } = [];

    public override async Task LoadAsync()
    {
        Departments = await settings.DepartmentsAsync();
        if (Id is { } id)
        {
            _ = await settings.CategoryAsync(id);
        }
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (Id is { } id)
        {
            var found = await settings.CategoryAsync(id);
            Input = new CategoryInput
            {
                Kind = found.Kind,
                Name = found.Name,
                DepartmentId = found.DepartmentId,
                Respond = [found.RespondNormal, found.RespondUrgent, found.RespondEmergency],
                Resolve = [found.ResolveNormal, found.ResolveUrgent, found.ResolveEmergency],
                FollowUpPercent = found.FollowUpPercent,
            };
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        TicketPromise Promise(Urgency urgency) => new(Input.Respond.ElementAtOrDefault((int)urgency), Input.Resolve.ElementAtOrDefault((int)urgency));
        await settings.SaveCategoryAsync(Id, new CategoryPlan(Input.Kind, Input.Name, Input.DepartmentId, Promise(Urgency.Normal), Promise(Urgency.Urgent), Promise(Urgency.Emergency), Input.FollowUpPercent));
        Say(Texts.Of("设置已保存。"));
        return RedirectToPage("/Tickets/Settings/Index");
    }

    public sealed class CategoryInput
    {
        public TicketKind Kind { get; set; }

        [Required(ErrorMessage = "请填写类别名称。"), StringLength(40)]
        public string? Name { get; set; }

        public Guid? DepartmentId { get; set; }

        /// <summary>Minutes, by urgency.</summary>
        public List<int> Respond { get; set; } = [60, 30, 10];

        public List<int> Resolve { get; set; } = [540, 270, 120];

        [Range(0, 100, ErrorMessage = "回访比例须在 0 到 100 之间。")]
        public int FollowUpPercent { get; set; } = 100;
    }
}
