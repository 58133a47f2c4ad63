using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Events;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Events;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Events;

/// <summary>
/// The entrance on a phone. The page holds the whole list, so that its script finds and checks in without a connection and sends what
/// it noted when there is one again; without script every row is a form of its own.
/// </summary>
public sealed class CheckInModel(CheckIns checkIns, TimeProvider clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What was typed, or what a pass shows.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public EntranceList List { get; private set; } = null!;

    /// <summary>Those that fit what was typed first, the cancelled last.</summary>
    public IEnumerable<ExpectedHousehold> Rows => List.Households.OrderByDescending(Fits);

    public override async Task LoadAsync() => List = await checkIns.ListAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    /// <summary>The list as it is now, for the page's script.</summary>
    public async Task<IActionResult> OnGetListAsync() => new JsonResult(await ShownAsync());

    /// <summary>One row's form.</summary>
    public async Task<IActionResult> OnPostOneAsync(CheckInInput input)
    {
        var answer = (await checkIns.RecordAsync(Id, [input.Noted(clock.GetUtcNow())]))[0];
        if (!answer.IsDone)
        {
            throw new RuleViolation("没有计入：{0}", [answer.Why!]);
        }

        Say(answer.Why ?? Texts.Of("已签到。"));
        return RedirectToPage(new { Id });
    }

    /// <summary>What the page's script noted, with or without a connection.</summary>
    public async Task<IActionResult> OnPostSendAsync([MaxLength(CheckIns.MostAtOnce)] List<CheckInInput> entries)
    {
        var answers = await checkIns.RecordAsync(Id, [.. entries.Select(e => e.Noted(clock.GetUtcNow()))]);
        return new JsonResult(new { answers = answers.Select(a => new { request = a.RequestId, done = a.IsDone, why = a.Why }), list = await ShownAsync() });
    }

    private bool Fits(ExpectedHousehold household)
    {
        var asked = Code?.Trim() ?? "";
        asked = asked[(asked.LastIndexOf('=') + 1)..];
        return asked.Length > 0 && (household.Code.Equals(asked, StringComparison.OrdinalIgnoreCase)
            || household.Owner?.Contains(asked, StringComparison.OrdinalIgnoreCase) == true || household.Units?.Contains(asked, StringComparison.OrdinalIgnoreCase) == true);
    }

    private async Task<object> ShownAsync()
    {
        await LoadAsync();
        return new
        {
            came = List.Came,
            expected = List.Expected,
            households = List.Households.Select(h => new { id = h.Id, code = h.Code, owner = h.Owner, units = h.Units, people = h.People, peopleText = Texts.Of("{0} 人", h.People), state = h.State.ToString(), came = h.Came }),
        };
    }

    public sealed class CheckInInput
    {
        /// <summary>Made on the phone.</summary>
        public Guid Request { get; set; }

        public Guid? SignUp { get; set; }

        public int People { get; set; } = 1;

        public string? Name { get; set; }

        /// <summary>Milliseconds since 1970 by the phone's clock; null: now.</summary>
        public long? At { get; set; }

        internal NotedCheckIn Noted(DateTimeOffset now)
        {
            // A clock that is wrong by more than a day tells nothing.
            var at = At is { } known && Math.Abs(known - now.ToUnixTimeMilliseconds()) < TimeSpan.FromDays(1).TotalMilliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(known) : now;
            return new NotedCheckIn(Request, SignUp, People, Name, at);
        }
    }
}
