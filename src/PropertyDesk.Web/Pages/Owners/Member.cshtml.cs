using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>Writes down or corrects somebody of a household. Correcting shows the phone in clear, which is logged.</summary>
public sealed class MemberModel(OwnerHeads heads, HouseholdQueries queries, Households households, OwnerContacts contacts, CompanyDay day) : OwnerPage(heads)
{
    /// <summary>Null: somebody new.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Member { get; set; }

    [BindProperty]
    public MemberInput Input { get; set; } = new();

    public IReadOnlyList<HomeChoice> Homes { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Homes = await queries.HomesAsync(Id);
        _ = Member is { } member ? await queries.MemberAsync(Id, member) : null;
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (Member is { } member)
        {
            await contacts.RevealAsync(Id);
            Input = MemberInput.Of(await queries.MemberAsync(Id, member));
        }

        (Input.RequestId, Input.From) = (Guid.NewGuid(), day.Today);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        if (Member is { } member)
        {
            await households.ChangeMemberAsync(Id, member, Input.Facts);
        }
        else
        {
            await households.AddMemberAsync(new NewResidence(Input.RequestId, Id, Input.UnitId ?? Guid.Empty, Input.From), Input.Facts);
        }

        Say(Texts.Of("家庭成员已保存。"));
        return RedirectToPage("/Owners/Household", new { Id });
    }

    public sealed class MemberInput
    {
        public Guid RequestId { get; set; }

        public Guid? UnitId { get; set; }

        public DateOnly? From { get; set; }

        [Required(ErrorMessage = "请填写姓名。")]
        [StringLength(60)]
        public string? Name { get; set; }

        public HouseholdRelation Relation { get; set; }

        [StringLength(40)]
        public string? Phone { get; set; }

        public int? BirthYear { get; set; }

        public bool IsEmergencyContact { get; set; }

        public bool LivesElsewhere { get; set; }

        internal MemberFacts Facts => new(Name, Relation, Phone, BirthYear, IsEmergencyContact, LivesElsewhere);

        internal static MemberInput Of(MemberFacts facts) => new()
        {
            Name = facts.Name,
            Relation = facts.Relation,
            Phone = facts.Phone,
            BirthYear = facts.BirthYear,
            IsEmergencyContact = facts.IsEmergencyContact,
            LivesElsewhere = facts.LivesElsewhere,
        };
    }
}
