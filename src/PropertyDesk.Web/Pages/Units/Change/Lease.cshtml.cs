using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Owners;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Units.Change;

/// <summary>A renter who pays some of the unit's charges for a time (租户).</summary>
public sealed class LeaseModel(UnitHeadQuery heads, Leases leases, LeaseQueries queries, CurrentCompany current, TimeProvider clock) : UnitChangePage(heads)
{
    [BindProperty]
    public LeaseInput Input { get; set; } = new();

    public IReadOnlyList<LeaseItemChoice> Items { get; private set; } = [];

    public IReadOnlyList<LeaseRow> Leases { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        (Items, Leases) = (await queries.ItemsAsync(Unit.CommunityId), await queries.OfUnitAsync(Id));
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.From = current.Today(clock);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var warning = await leases.BeginAsync(Id, new LeaseRequest(new PersonChoice(null, Input.Name, Input.Phone), Input.From!.Value, Input.To, Input.Items, Input.Note));
        return Done(Texts.Of("租户已登记，{0} 起由租户缴所选的收费项目。", Show.Day(Input.From)), warning);
    }

    public sealed class LeaseInput
    {
        [Required(ErrorMessage = "请填写租户姓名。")]
        [StringLength(100)]
        public string Name { get; set; } = "";

        [StringLength(40)]
        public string? Phone { get; set; }

        [Required(ErrorMessage = "请填写日期。")]
        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }

        public List<Guid> Items { get; set; } = [];

        [StringLength(200)]
        public string? Note { get; set; }
    }
}
