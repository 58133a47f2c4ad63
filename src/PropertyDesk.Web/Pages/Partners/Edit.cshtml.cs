using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Partners;
using PropertyDesk.Domain.Partners;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Partners;

/// <summary>An outside unit and its people.</summary>
public sealed class EditModel(KeepPartners keep, PartnerQueries partners, CommunityQueries communities) : DeskPage
{
    // Fields that wait for another contact.
    private const int Spare = 3;

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public PartnerInput Input { get; set; } = new();

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    public override async Task LoadAsync()
    {
        if (Id is { } id)
        {
            _ = await partners.FindAsync(id);
        }

        Communities = await communities.NamesAsync();
        Input.Contacts = [.. Input.Contacts, .. Enumerable.Range(0, Math.Max(0, Math.Min(Spare, Partner.MostContacts - Input.Contacts.Count))).Select(_ => new ContactInput())];
    }

    public async Task OnGetAsync()
    {
        Input.RequestId = Guid.NewGuid();
        if (Id is { } id)
        {
            var found = await partners.FindAsync(id);
            (Input.Kind, Input.Name, Input.Address, Input.Note) = (found.Kind, found.Name, found.Address, found.Note);
            Input.Contacts = [.. found.Contacts.Select(c => new ContactInput { Name = c.Name, Role = c.Role, Phone = c.Phone })];
        }

        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var plan = new PartnerPlan(Input.Kind, Input.Name, Input.Address, Input.Note,
            [.. Input.Contacts.Where(c => !string.IsNullOrWhiteSpace(c.Name) || !string.IsNullOrWhiteSpace(c.Phone)).Select(c => new ContactPlan(c.Name, c.Role, c.Phone))]);
        if (Id is { } id)
        {
            await keep.ChangeAsync(id, plan);
        }
        else
        {
            id = await keep.AddAsync(Input.RequestId, Input.Community ?? throw new Domain.RuleViolation("请选择小区。", field: "Input.Community"), plan);
        }

        Say(Texts.Of("已保存。"));
        return RedirectToPage("/Partners/Details", new { id });
    }

    public sealed class PartnerInput
    {
        public Guid RequestId { get; set; }

        public Guid? Community { get; set; }

        public PartnerKind Kind { get; set; }

        [Required(ErrorMessage = "请填写单位名称。"), StringLength(60)]
        public string? Name { get; set; }

        [StringLength(100)]
        public string? Address { get; set; }

        [StringLength(500)]
        public string? Note { get; set; }

        [MaxLength(20)]
        public List<ContactInput> Contacts { get; set; } = [];
    }

    public sealed class ContactInput
    {
        [StringLength(40)]
        public string? Name { get; set; }

        [StringLength(40)]
        public string? Role { get; set; }

        [StringLength(40)]
        public string? Phone { get; set; }
    }
}
