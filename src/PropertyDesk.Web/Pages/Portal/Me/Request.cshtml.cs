using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.PersonalData;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.PersonalData;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Me;

/// <summary>Asks the desk to correct or delete what is stored.</summary>
public sealed class RequestModel(OwnData data, Application.PersonalData.DataRequests requests) : DeskPage
{
    /// <summary>The owner record.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public DataRequestKind Kind { get; set; }

    [BindProperty, StringLength(500)]
    public string? Text { get; set; }

    public OwnRecordName Record { get; private set; } = null!;

    /// <summary>Only a record of the login's own: of another there is none here.</summary>
    public override async Task LoadAsync() =>
        Record = (await data.NamesAsync()).FirstOrDefault(r => r.OwnerId == Id) ?? throw new NotFoundException(nameof(Owner), Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await requests.AskAsync(Id, Kind, Text);
        Say(Texts.Of("申请已提交，物业会在这里答复。"));
        return RedirectToPage("Index");
    }
}
