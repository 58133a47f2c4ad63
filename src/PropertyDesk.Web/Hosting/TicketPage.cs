using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Tickets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.Web.Hosting;

/// <summary>A page of one ticket: what it shows is read by itself, what is done goes the same way for the desk, the worker and the owner.</summary>
public abstract class TicketPage(MoveTickets move, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TicketVerb? Verb { get; set; }

    [BindProperty, StringLength(1000)]
    public string? Text { get; set; }

    /// <summary>A department, or a login of staff.</summary>
    [BindProperty]
    public Guid? To { get; set; }

    [BindProperty, Range(1, 5)]
    public int? Score { get; set; }

    [BindProperty, MaxLength(20)]
    public List<PartInput> Parts { get; set; } = [];

    /// <summary>Although departments were asked for something that is not decided.</summary>
    [BindProperty]
    public bool OverOrders { get; set; }

    [BindProperty]
    public List<IFormFile> Photos { get; set; } = [];

    public TicketDetails Details { get; protected set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostDoAsync()
    {
        if (!ModelState.IsValid || Verb is null)
        {
            await LoadAsync();
            return Page();
        }

        await move.DoAsync(Id, new TicketAct(Verb.Value, Text, To, [.. Parts.Where(p => !string.IsNullOrWhiteSpace(p.Name)).Select(p => new TicketPartPlan(p.Name, p.Quantity ?? 1, Money.Exact(p.Price ?? 0)))], await FilesAsync(Photos), OverOrders));
        return Done();
    }

    public async Task<IActionResult> OnPostUrgeAsync()
    {
        await move.UrgeAsync(Id, Text);
        Say(Texts.Of("已催单，处理人会看到。"));
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostRateAsync()
    {
        await move.RateAsync(Id, Score ?? 0, Text);
        Say(Texts.Of("评分已记录。"));
        return RedirectToPage(new { Id });
    }

    /// <summary>The files of a form, those without content left out.</summary>
    internal static async Task<IReadOnlyList<NewFile>> FilesAsync(IEnumerable<IFormFile> uploads)
    {
        var files = new List<NewFile>();
        foreach (var upload in uploads.Where(u => u.Length > 0))
        {
            files.Add((await upload.ReadAsync())!);
        }

        return files;
    }

    protected RedirectToPageResult Done()
    {
        Say(Texts.Of("已登记。"));
        return RedirectToPage(new { Id });
    }

    public sealed class PartInput
    {
        [StringLength(60)]
        public string? Name { get; set; }

        [Range(0.0001, 10_000)]
        public decimal? Quantity { get; set; }

        [Range(0, 1_000_000)]
        public decimal? Price { get; set; }
    }
}
