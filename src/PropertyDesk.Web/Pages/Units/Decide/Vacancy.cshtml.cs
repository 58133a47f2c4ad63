using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Units.Decide;

/// <summary>Approves or rejects what somebody else asked for.</summary>
public sealed class VacancyModel(VacancyQueries queries, Vacancies vacancies, CurrentCompany current) : DeskPage
{
    /// <summary>The request.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    [StringLength(200)]
    public string? Note { get; set; }

    public VacancyRow Vacancy { get; private set; } = null!;

    public string RequestedAt => Show.Time(Vacancy.RequestedAt, current.TimeZone);

    public override async Task LoadAsync() => Vacancy = await queries.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostApproveAsync()
    {
        await LoadAsync();
        var warning = await vacancies.ApproveAsync(Id, Note);
        Say(string.Join(' ', new[] { Texts.Of("{0} 的空置减免已批准。", Vacancy.Unit), warning }.Where(text => text.Length > 0)));
        return RedirectToPage("/Units/Decide/Index");
    }

    public async Task<IActionResult> OnPostRejectAsync()
    {
        await LoadAsync();
        await vacancies.RejectAsync(Id, Note);
        Say(Texts.Of("{0} 的空置减免未批准。", Vacancy.Unit));
        return RedirectToPage("/Units/Decide/Index");
    }
}
