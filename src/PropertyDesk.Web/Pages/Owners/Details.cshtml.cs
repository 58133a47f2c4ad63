using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Search;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>Everything about an owner on one page.</summary>
public sealed class DetailsModel(OwnerQueries owners, OwnerContacts contacts, LeaseQueries leases, MandateQueries mandates, TakePageQueries money, OwnerActivity activity, FamilyMembers family, CompanyDay day) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public OwnerDetails Owner { get; private set; } = null!;

    /// <summary>Contact data in clear, when somebody asked for it.</summary>
    public OwnerContact? Revealed { get; private set; }

    public DateOnly Today => day.Today;

    /// <summary>What this person rents.</summary>
    public IReadOnlyList<LeaseRow> Leases { get; private set; } = [];

    /// <summary>The bank's mandate, and what the bank said lately.</summary>
    public OwnerDebits Debits { get; private set; } = null!;

    public IReadOnlyList<DeskFlag> Flags { get; private set; } = [];

    /// <summary>Notices that they were sent, and what they asked for.</summary>
    public Activity Activity { get; private set; } = null!;

    /// <summary>Whom they let see or pay their bills.</summary>
    public IReadOnlyList<FamilyMember> Family { get; private set; } = [];

    /// <summary>What they tried to pay online lately.</summary>
    public IReadOnlyList<OrderRow> Tries { get; private set; } = [];

    public override async Task LoadAsync()
    {
        (Owner, Leases, Flags, Debits) = (await owners.FindAsync(Id), await leases.OfLesseeAsync(Id), await money.FlagsAsync(Id), await mandates.OfOwnerAsync(Id));
        Activity = await activity.OfAsync(Id, inClear: Revealed is not null);
        Family = await family.OfOwnerAsync(Id);
        Tries = await money.TriesAsync(Id);
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostEndFamilyAsync(Guid member)
    {
        await family.EndAsync(Id, member);
        Say(Texts.Of("家人的访问已取消。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostRevealAsync()
    {
        Revealed = await contacts.RevealAsync(Id);
        await LoadAsync();
        return Page();
    }
}
