using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Purses;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Approvals;

/// <summary>What waits for a decision.</summary>
public sealed class IndexModel(CorrectionQueries corrections, VacancyQueries vacancies, RunApprovals runs, RefundQueries refunds, PurseQueries purses) : DeskPage
{
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public Paged<CorrectionRow> Requests { get; private set; } = null!;

    public IReadOnlyList<VacancyRow> Vacancies { get; private set; } = [];

    public IReadOnlyList<RefundRow> Refunds { get; private set; } = [];

    public IReadOnlyList<ReleaseRow> Releases { get; private set; } = [];

    public IReadOnlyList<SubmittedRun> Runs { get; private set; } = [];

    public async Task OnGetAsync() => (Requests, Vacancies, Runs, Refunds, Releases) = (
        await corrections.ListAsync(CorrectionState.Requested, PageNumber), await vacancies.PendingAsync(), await runs.WaitingAsync(), await refunds.WaitingAsync(), await purses.WaitingAsync());
}
