using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Purses;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Purses;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Purses;

/// <summary>Shows what an owner's purses would pay of the open bills, and books just that.</summary>
public sealed class ApplyModel(ApplyPurse purse, OwnerDuesQuery dues) : DeskPage
{
    /// <summary>The owner.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Only these; none means all that are open.</summary>
    [BindProperty(SupportsGet = true)]
    public List<Guid> Bills { get; set; } = [];

    /// <summary>Made when the page is shown, so that one page books once.</summary>
    [BindProperty]
    public Guid RequestId { get; set; }

    /// <summary>What the page said would be paid, in fen.</summary>
    [BindProperty]
    public long SeenFen { get; set; }

    public OwnerDues Dues { get; private set; } = null!;

    public IReadOnlyList<PursePart> Plan { get; private set; } = [];

    public Money Total => Money.Sum(Plan.Select(p => p.Amount));

    public override async Task LoadAsync()
    {
        (Dues, Plan) = (await dues.FindAsync(Id), await purse.PlanAsync(Id, Bills));
        // A refused request booked nothing; the page that is shown now is a new one.
        RequestId = Guid.NewGuid();
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var use = await purse.RunAsync(new PurseUseRequest(RequestId, Id, Bills, new Money(SeenFen)));
        Say(Texts.Of("已用预存款抵扣账单。"));
        return RedirectToPage("/Purses/Use", new { id = use });
    }
}
