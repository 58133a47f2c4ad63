using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Disputes;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Disputes;

/// <summary>Notes an owner's objection to a line.</summary>
public sealed class OpenModel(BillLineQueries lines, HandleDispute disputes) : DeskPage
{
    /// <summary>The bill line.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Required(ErrorMessage = "请填写异议内容。"), StringLength(1000)]
    public string? Question { get; set; }

    public OneBillLine Line { get; private set; } = null!;

    public override async Task LoadAsync() => Line = await lines.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var dispute = await disputes.OpenAsync(Id, Question);
        Say(Texts.Of("异议已登记，这一行从今天起不计违约金、不催缴。"));
        return RedirectToPage("Details", new { id = dispute });
    }
}
