using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Application.Visitors;
using PropertyDesk.Domain.Visitors;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Visitors;

/// <summary>An owner announces a visitor.</summary>
public sealed class NewModel(InviteVisitors invite, TicketPlaces places, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty]
    public InviteInput Input { get; set; } = new();

    public IReadOnlyList<TicketPlace> Places { get; private set; } = [];

    public override async Task LoadAsync() => Places = await places.OfMineAsync();

    public async Task OnGetAsync()
    {
        await LoadAsync();
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), current.TimeZone).DateTime;
        Input = new InviteInput
        {
            RequestId = Guid.NewGuid(),
            From = now.Date.AddHours(now.Hour),
            To = now.Date.AddDays(1).AddMinutes(-1),
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var window = new VisitWindow(current.InstantOf(Input.From!.Value), current.InstantOf(Input.To!.Value));
        var id = await invite.RunAsync(Input.RequestId, Input.UnitId!.Value, new VisitFacts(Input.Name, Input.Phone, Input.Plate, Input.People, Input.Purpose), window);
        return RedirectToPage("/Portal/Visitors/Pass", new { id });
    }

    public sealed class InviteInput
    {
        public Guid RequestId { get; set; }

        [Required(ErrorMessage = "请选择房屋。")]
        public Guid? UnitId { get; set; }

        [Required(ErrorMessage = "请填写访客姓名。"), StringLength(40)]
        public string? Name { get; set; }

        /// <summary>In the company's time.</summary>
        [Required(ErrorMessage = "请选择来访时段。")]
        public DateTime? From { get; set; }

        [Required(ErrorMessage = "请选择来访时段。")]
        public DateTime? To { get; set; }

        [StringLength(16)]
        public string? Plate { get; set; }

        [StringLength(20)]
        public string? Phone { get; set; }

        public int People { get; set; } = 1;

        [StringLength(100)]
        public string? Purpose { get; set; }
    }
}
