using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Reports;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Web.Hosting;

/// <summary>A page that shows a report as of a day, for a community or all.</summary>
public abstract class FigurePage(DeskDbContext db, TimeProvider clock) : PageModel
{
    /// <summary>Which of the reports it is that can be kept as a view; null: figures of one room only.</summary>
    public virtual ReportName? Kind => null;

    /// <summary>As in the address of its files.</summary>
    public virtual string Name => $"{Kind}".ToLowerInvariant();

    /// <summary>The report counts over a span of days.</summary>
    public virtual bool HasFrom => false;

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? AsOf { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    public FigureChoice Choice { get; private set; } = null!;

    public FigureReport Report { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Communities { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Choice = ChoiceOf(From, AsOf, Community, db.Current.Today(clock));
        Report = await MakeAsync(Choice);
        Communities = await db.Communities.OrderBy(c => c.Name).Select(c => new SelectListItem(c.Name, c.Id.ToString(), c.Id == Community)).ToListAsync();
    }

    /// <summary>What was chosen; without a choice the month so far. Days beyond what anybody keeps books for are brought back.</summary>
    public static FigureChoice ChoiceOf(DateOnly? from, DateOnly? asOf, Guid? community, DateOnly today)
    {
        DateOnly Kept(DateOnly day) => day.Year < 2000 ? new DateOnly(2000, 1, 1) : day > today.AddYears(1) ? today.AddYears(1) : day;
        var until = Kept(asOf ?? today);
        var first = Kept(from ?? new DateOnly(until.Year, until.Month, 1));
        return new FigureChoice(first > until ? until : first, until, community);
    }

    /// <summary>What the chart of a table draws, as JSON: per cent or yuan, null where there is no figure.</summary>
    public static string Chart(FigureTable table) => JsonSerializer.Serialize(new
    {
        names = table.Rows.Select(r => FigureCells.Text(r.Cells[0])),
        line = table.IsOverTime,
        percent = FigureCells.IsShare(table),
        series = table.Drawn.Select(c => new { name = table.Columns[c], values = table.Rows.Select(r => FigureCells.Drawn(r.Cells[c])) }),
    });

    protected abstract Task<FigureReport> MakeAsync(FigureChoice choice);
}
