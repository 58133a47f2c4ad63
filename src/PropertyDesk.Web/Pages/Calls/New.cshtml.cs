using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Calls;
using PropertyDesk.Application.Incidents;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Calls;

/// <summary>What comes of a call at once.</summary>
public enum CallBecomes
{
    Answered,
    CallBack,
    Ticket,
}

/// <summary>
/// Somebody is on the telephone: who it is, what they ask, what was answered, and what comes of it, on one page. Looking up is
/// posted, so that numbers and questions stand in no address; without script the same is done by buttons.
/// </summary>
public sealed class NewModel(CallPageQueries reads, TakeCall take, CallQueries calls, CurrentCompany current, TimeProvider clock) : DeskPage
{
    [BindProperty]
    public CallInput Input { get; set; } = new();

    public CallChoices Choices { get; private set; } = null!;

    public KnownCallers Known { get; private set; } = null!;

    public IReadOnlyList<ArticleHit> Articles { get; private set; } = [];

    /// <summary>What is known to have failed anywhere.</summary>
    public IReadOnlyList<KnownIncident> Incidents { get; private set; } = [];

    /// <summary>What looks like one failure that nobody has declared yet.</summary>
    public IReadOnlyList<IncidentSign> Signs { get; private set; } = [];

    public IReadOnlyList<CallRow> Mine { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public override async Task LoadAsync()
    {
        Choices = await reads.ChoicesAsync();
        await LookForCallersAsync();
        await LookForArticlesAsync();
        (Mine, Incidents, Signs) = (await reads.MineAsync(), await reads.IncidentsAsync(), await reads.SignsAsync());
    }

    /// <param name="phone">Where the telephone opens the page with the number that calls.</param>
    /// <param name="ownerId">Where the call begins on an owner's page.</param>
    public async Task OnGetAsync(string? phone, Guid? ownerId)
    {
        var soon = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), current.TimeZone).AddHours(2).DateTime;
        Input = new CallInput
        {
            RequestId = Guid.NewGuid(),
            Phone = phone,
            Who = ownerId?.ToString(),
            CallBackBy = soon.Date.AddMinutes(Math.Ceiling(soon.TimeOfDay.TotalMinutes / 15) * 15),
        };
        await LoadAsync();
        if (ownerId is { } owner && Known.Callers[0].Units is [var first, ..])
        {
            Input.Who = $"{owner} {first.Id}";
        }
    }

    /// <param name="next">The next call is taken at once, also where this one became a ticket.</param>
    public async Task<IActionResult> OnPostAsync(bool next)
    {
        if (string.IsNullOrEmpty(Input.Who) && !string.IsNullOrWhiteSpace(Input.Find) && (await reads.KnownAsync(null, Input.Find, null)).Callers.Count > 0)
        {
            // What was typed would be lost, and the call would be nobody's.
            ModelState.AddModelError("Input.Find", Texts.Of("请在名单里选出是哪一位，或选“都不是”。"));
        }

        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var (owner, unit) = Whom();
        var wish = Input.Becomes == CallBecomes.Ticket ? new TicketWish(Input.CategoryId ?? Guid.Empty, Input.Urgency, Input.Place) : null;
        var by = Input.Becomes == CallBecomes.CallBack ? Input.CallBackBy ?? throw new RuleViolation("请约定回电时间。", field: "CallBackBy") : (DateTime?)null;
        var id = await take.RunAsync(new NewCall(
            Input.RequestId, Input.Community, owner, unit, Input.Phone, Named, Input.TopicId!.Value, Input.Question, Input.Answer, Input.ReadId, Input.Searched, by, wish));
        if (wish is not null)
        {
            var row = (await calls.FindAsync(id)).Row;
            Say(next ? Texts.Of("来电已记录，工单 {0} 已登记，可以接下一个。", Ticket.Format(row.Ticket ?? 0)) : Texts.Of("来电已记录，工单已登记。"));
            return next ? RedirectToPage() : RedirectToPage("/Tickets/Details", new { id = row.TicketId });
        }

        Say(by is null ? Texts.Of("来电已记录，可以接下一个。") : Texts.Of("来电已记录，到时间在“待回电”里提醒。"));
        return RedirectToPage();
    }

    /// <summary>Looks up without script.</summary>
    public async Task<IActionResult> OnPostLookAsync()
    {
        ModelState.Clear();
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostCallersAsync()
    {
        await LookForCallersAsync();
        return Partial("_Callers", this);
    }

    public async Task<IActionResult> OnPostArticlesAsync()
    {
        await LookForArticlesAsync();
        return Partial("_Articles", this);
    }

    /// <summary>Whether a choice of the caller is the one: what was chosen, else the only one who is known for sure.</summary>
    public bool IsWho(string value) => string.IsNullOrEmpty(Input.Who)
        ? Known is { IsSure: true, Callers: [var only] } && value == (only.Units is [var first, ..] ? $"{only.OwnerId} {first.Id}" : $"{only.OwnerId}")
        : Input.Who == value;

    // Who is none of those found is called what was looked for, where that was no flat and no number.
    private string? Named => string.IsNullOrWhiteSpace(Input.Caller) && Whom().Owner is null && Input.Find is { } name && !name.Any(char.IsAsciiDigit) ? name : Input.Caller;

    private async Task LookForCallersAsync() => Known = await reads.KnownAsync(Input.Phone, Input.Find, Whom().Owner);

    private async Task LookForArticlesAsync() => Articles = await reads.ArticlesAsync(Input.Searched, Input.Question, Input.ReadId);

    private (Guid? Owner, Guid? Unit) Whom()
    {
        var parts = (Input.Who ?? "").Split(' ');
        return (Guid.TryParse(parts[0], out var owner) ? owner : null, parts.Length > 1 && Guid.TryParse(parts[1], out var unit) ? unit : null);
    }

    public sealed class CallInput
    {
        public Guid RequestId { get; set; }

        [StringLength(40)]
        public string? Phone { get; set; }

        /// <summary>A name or a unit, where the number is hidden or strange.</summary>
        [StringLength(100)]
        public string? Find { get; set; }

        /// <summary>The owner's id, and the unit's after a blank; "-" for somebody else.</summary>
        [StringLength(80)]
        public string? Who { get; set; }

        public Guid? Community { get; set; }

        [StringLength(60)]
        public string? Caller { get; set; }

        [Required(ErrorMessage = "请选择主题。")]
        public Guid? TopicId { get; set; }

        [StringLength(100)]
        public string? Searched { get; set; }

        /// <summary>The version of an article that was read out.</summary>
        public Guid? ReadId { get; set; }

        [Required(ErrorMessage = "请写下对方问什么。"), StringLength(1000)]
        public string? Question { get; set; }

        [StringLength(1000)]
        public string? Answer { get; set; }

        public CallBecomes Becomes { get; set; }

        public DateTime? CallBackBy { get; set; }

        public Guid? CategoryId { get; set; }

        public Urgency Urgency { get; set; }

        [StringLength(100)]
        public string? Place { get; set; }
    }
}
