using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Units.Change;

/// <summary>Asks for the relief of a vacant unit (空置减免); another person decides.</summary>
public sealed class VacancyModel(UnitHeadQuery heads, Vacancies vacancies, VacancyQueries queries, CurrentCompany current, TimeProvider clock) : UnitChangePage(heads)
{
    private const decimal UsualPercent = 70;

    [BindProperty]
    public VacancyInput Input { get; set; } = new();

    public IReadOnlyList<VacancyRow> Before { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Before = await queries.OfUnitAsync(Id);
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new VacancyInput { From = current.Today(clock), Percent = UsualPercent };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await vacancies.RequestAsync(Id, Input.From!.Value, Input.To, Input.Percent!.Value, Input.Reason);
        return Done(Texts.Of("空置减免已申请，等另一位同事审批后生效。"));
    }

    public sealed class VacancyInput
    {
        [Required(ErrorMessage = "请填写日期。")]
        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }

        [Required(ErrorMessage = "请填写比例。")]
        [Range(0, 99.99, ErrorMessage = "空置期间收取的比例须在 0 到 100% 之间，且低于 100%。")]
        public decimal? Percent { get; set; }

        [Required(ErrorMessage = "请填写原因。")]
        [StringLength(200)]
        public string Reason { get; set; } = "";
    }
}
