using Microsoft.AspNetCore.Mvc.RazorPages;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Notices;
using PropertyDesk.Application.Portal;
using PropertyDesk.Application.Surveys;
using PropertyDesk.Domain;

namespace PropertyDesk.Web.Pages.Portal;

/// <summary>What is due, at a glance.</summary>
public sealed class IndexModel(PortalHome home, PortalNotices notices, AnswerSurveys surveys, AnswerMessages answers, CompanyAccess access, CurrentCompany current) : PageModel
{
    public IReadOnlyList<PortalUnit> Units { get; private set; } = [];

    public IReadOnlyList<BillRow> Open { get; private set; } = [];

    /// <summary>What was not read yet.</summary>
    public IReadOnlyList<PortalNoticeRow> Notices { get; private set; } = [];

    /// <summary>What the login asked and was answered in the last days.</summary>
    public IReadOnlyList<OwnAnswer> Answers { get; private set; } = [];

    /// <summary>How many surveys wait for an answer.</summary>
    public int Surveys { get; private set; }

    /// <summary>In all purses.</summary>
    public Money Prepaid { get; private set; }

    public Money Due => Money.Sum(Open.Select(b => b.Outstanding));

    public Money Overdue => Money.Sum(Units.Select(u => u.Overdue));

    /// <summary>The login's other companies, with what is due there.</summary>
    public IReadOnlyList<CompanyElsewhere> Elsewhere { get; private set; } = [];

    public async Task OnGetAsync()
    {
        (Units, Open, Prepaid) = await home.ReadAsync();
        Notices = await notices.UnreadAsync();
        Answers = await answers.RecentAsync();
        Surveys = await surveys.WaitingAsync();
        Elsewhere = await access.ElsewhereAsync(current.UserId ?? Guid.Empty, current.Require());
    }
}
