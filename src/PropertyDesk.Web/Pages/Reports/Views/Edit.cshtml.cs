using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Reports;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Reports.Views;

/// <summary>Gives a report a name, and says when and to whom it is sent.</summary>
public sealed class EditModel(ReportViews views, CommunityQueries communities, CurrentCompany current) : DeskPage
{
    private static readonly IReadOnlyCollection<Role> Roles = Permissions.RolesThatMay(Permission.ViewReports);

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public ViewInput Input { get; set; } = new();

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public IReadOnlyList<ReportReader> Readers { get; private set; } = [];

    /// <summary>Monday first.</summary>
    public IEnumerable<DayOfWeek> Weekdays => Enum.GetValues<DayOfWeek>().OrderBy(d => ((int)d + 6) % 7);

    public override async Task LoadAsync() => (Communities, Readers) = (await communities.NamesAsync(), await views.ReadersAsync(Roles));

    /// <param name="report">Of the page from which one came.</param>
    /// <param name="community">As it was chosen there.</param>
    public async Task OnGetAsync(ReportName? report, Guid? community)
    {
        await LoadAsync();
        Input = Id is { } id ? ViewInput.Of(await views.FindAsync(id))
            : new ViewInput { RequestId = Guid.NewGuid(), Report = report ?? ReportName.CollectionRate, Community = community, Recipients = current.UserId is { } me ? [me] : [] };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Id is { } known)
        {
            await views.FindAsync(known);
        }

        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        if (Id is { } id)
        {
            await views.ChangeAsync(id, Input.Order, Roles);
        }
        else
        {
            await views.AddAsync(Input.Order, Roles);
        }

        Say(Texts.Of("视图已保存。"));
        return RedirectToPage("/Reports/Views/Index");
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id)
    {
        await views.DeleteAsync(id);
        Say(Texts.Of("视图已删除。"));
        return RedirectToPage("/Reports/Views/Index");
    }

    public sealed class ViewInput
    {
        public Guid RequestId { get; set; }

        [Required(ErrorMessage = "请填写视图名称。"), StringLength(60)]
        public string? Name { get; set; }

        public bool IsShared { get; set; }

        public ReportName Report { get; set; }

        public ViewSpan Span { get; set; }

        public Guid? Community { get; set; }

        public ViewRhythm Rhythm { get; set; }

        public DayOfWeek Weekday { get; set; } = DayOfWeek.Monday;

        public int MonthDay { get; set; } = 1;

        public ReportFormat Format { get; set; }

        public List<Guid> Recipients { get; set; } = [];

        internal ViewOrder Order => new(RequestId, Name, Report, Span, Community, IsShared, Rhythm, Weekday, MonthDay, Format, Recipients);

        internal static ViewInput Of(ReportView view) => new()
        {
            RequestId = view.RequestId,
            Name = view.Name,
            IsShared = view.IsShared,
            Report = view.Report,
            Span = view.Span,
            Community = view.CommunityId,
            Rhythm = view.Rhythm,
            Weekday = view.Weekday,
            MonthDay = view.MonthDay,
            Format = view.Format,
            Recipients = [.. view.Recipients.Select(r => r.UserId)],
        };
    }
}
