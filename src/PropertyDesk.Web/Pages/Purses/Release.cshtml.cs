using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Purses;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Purses;

/// <summary>Asks to make prepaid money of one class free for another.</summary>
public sealed class ReleaseModel(PurseQueries queries, ReleasePurse release) : DeskPage
{
    /// <summary>The owner.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PurseClass From { get; set; }

    [BindProperty]
    public PurseClass To { get; set; }

    [BindProperty, Required(ErrorMessage = "请填写金额。"), Range(0.01, 100_000_000, ErrorMessage = "调剂金额须大于 0。")]
    public decimal? Amount { get; set; }

    [BindProperty, Required(ErrorMessage = "请填写调剂原因。"), StringLength(200)]
    public string? Reason { get; set; }

    public OwnerPurses Purses { get; private set; } = null!;

    public override async Task LoadAsync() => Purses = await queries.OfOwnerAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var asked = await release.RequestAsync(Id, From, To, Money.Exact(Amount!.Value), Reason);
        Say(Texts.Of("已申请调剂，等待另一位同事审批。"));
        return RedirectToPage("/Purses/Moved", new { id = asked });
    }
}
