using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Owners;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Owners;

/// <summary>Changes an owner's name and contact data. Showing the form shows personal data in clear, which is logged.</summary>
public sealed class EditModel(OwnerContacts contacts, OwnerQueries owners) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ContactInput Input { get; set; } = new();

    public async Task OnGetAsync()
    {
        var contact = await contacts.RevealAsync(Id);
        Input = new ContactInput { Name = contact.Name, Phone = contact.Phone, Email = contact.Email };
    }

    /// <summary>Another company's owner is not found, whatever was typed.</summary>
    public override Task LoadAsync() => owners.FindAsync(Id);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await contacts.ChangeAsync(Id, Input.Name, Input.Phone, Input.Email);
        Say(Texts.Of("业主资料已保存。"));
        return RedirectToPage("/Owners/Details", new { Id });
    }

    public sealed class ContactInput
    {
        [Required(ErrorMessage = "请填写业主姓名。")]
        [StringLength(100)]
        public string Name { get; set; } = "";

        [StringLength(40)]
        public string? Phone { get; set; }

        [StringLength(200)]
        public string? Email { get; set; }
    }
}
