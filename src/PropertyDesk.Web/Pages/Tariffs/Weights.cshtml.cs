using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Charges;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Tariffs;

/// <summary>The coefficients and exemptions of those that a tariff charges.</summary>
public sealed class WeightsModel(TariffQueries tariffs, CommonMeterQueries queries, AssignmentWeights weights) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    [MaxLength(200)]
    public List<WeightInput> Rows { get; set; } = [];

    public OneTariff Found { get; private set; } = null!;

    public Paged<WeightRow> Weights { get; private set; } = null!;

    public Pager Pager => new(Weights.Number, Weights.Total, Weights.Size);

    public override async Task LoadAsync()
    {
        Found = await tariffs.FindAsync(Id);
        Weights = await queries.WeightsAsync(Id, int.TryParse(Request.Query["page"], out var number) ? number : 1);
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await weights.SaveAsync(Id, [.. Rows.Select(r => new NewWeight(r.Assignment, r.Weight, r.Exempt))]);
        Say(Texts.Of("系数已保存，从下一次出账起生效。"));
        return LocalRedirect(Request.PathBase + Request.Path + Request.QueryString);
    }

    public sealed class WeightInput
    {
        public Guid Assignment { get; set; }

        [Range(0.000001, 1000, ErrorMessage = "系数须大于 0。")]
        public decimal? Weight { get; set; }

        public bool Exempt { get; set; }
    }
}
