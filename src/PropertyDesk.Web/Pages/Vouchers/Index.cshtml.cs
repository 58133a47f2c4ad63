using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Vouchers;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Vouchers;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Vouchers;

/// <summary>The vouchers of a month as they would be exported now, the button that does it, and everything exported so far.</summary>
public sealed class IndexModel(DraftVouchers drafts, ExportVouchers export, VoucherQueries vouchers, CommunityQueries communities, CurrentCompany current, CompanyDay today) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty(SupportsGet = true)]
    public VoucherGrouping Grouping { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public VoucherDraft Draft { get; private set; } = null!;

    public Paged<ExportRow> Exports { get; private set; } = null!;

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    /// <summary>Whoever looks after some communities exports one at a time.</summary>
    public bool MayExportAll => current.AllCommunities;

    public Pager Pager => new(Exports.Number, Exports.Total, Exports.Size);

    public override async Task LoadAsync()
    {
        Communities = await communities.NamesAsync();
        Draft = await drafts.OfAsync(Scope() with { CommunityId = Community ?? (MayExportAll ? null : Communities.Select(c => (Guid?)c.Id).FirstOrDefault()) });
        Exports = await vouchers.ListAsync(PageNumber);
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var made = await export.RunAsync(Scope());
        Say(Texts.Of("凭证已导出，请下载文件交给财务系统。"));
        return RedirectToPage("Details", new { id = made });
    }

    // As a rule the month that was closed last is exported.
    private VoucherScope Scope() => new(BillingMonth.TryParse(Month, out var month) ? month : BillingMonth.Of(today.Today).Previous, Community, Grouping);
}
