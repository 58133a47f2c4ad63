using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Units.Change;

/// <summary>Somebody moves in: the last day of a vacancy relief.</summary>
public sealed class VacancyEndModel(VacancyQueries queries, Vacancies vacancies, CurrentCompany current, TimeProvider clock) : DeskPage
{
    /// <summary>The request that was approved.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "请填写日期。")]
    public DateOnly? To { get; set; }

    public VacancyRow Vacancy { get; private set; } = null!;

    public override async Task LoadAsync() => Vacancy = await queries.FindAsync(Id);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        To = Vacancy.To ?? current.Today(clock);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var warning = await vacancies.EndAsync(Id, To!.Value);
        Say(string.Join(' ', new[] { Texts.Of("空置减免到 {0} 为止。", Show.Day(To)), warning }.Where(text => text.Length > 0)));
        return RedirectToPage("/Units/Details", new { id = Vacancy.UnitId });
    }
}
