using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Domain.Dunning;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Dunning.Settings;

/// <summary>The ladder of the company, or of a community that has its own, and what it would do today.</summary>
public sealed class IndexModel(DunningLadders ladders, CommunityQueries communities) : DeskPage
{
    private const int Blank = 2;

    /// <summary>Null: the company's.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Community { get; set; }

    [BindProperty]
    [MaxLength(50)]
    public List<RungInput> Rungs { get; set; } = [];

    [BindProperty]
    public int PromiseDays { get; set; }

    [BindProperty]
    public int LetterDays { get; set; }

    public LadderRules Rules { get; private set; } = null!;

    public IReadOnlyList<CommunityName> Communities { get; private set; } = [];

    /// <summary>Null where nobody asked.</summary>
    public IReadOnlyList<LadderPreview>? Preview { get; private set; }

    public override async Task LoadAsync()
    {
        (Rules, Communities) = (await ladders.FindAsync(Community), await communities.NamesAsync());
        Rungs.AddRange(Enumerable.Range(0, Math.Min(Blank, DunningLadder.MostRungs - Rungs.Count)).Select(_ => new RungInput { IsOn = true }));
    }

    public async Task OnGetAsync()
    {
        var rules = await ladders.FindAsync(Community);
        (Rungs, PromiseDays, LetterDays) = ([.. rules.Rungs.Select(RungInput.Of)], rules.PromiseDays, rules.LetterDays);
        await LoadAsync();
    }

    public Task<IActionResult> OnPostAsync() => WithRungsAsync(async rungs =>
    {
        await ladders.ChangeAsync(Community, rungs, PromiseDays, LetterDays);
        Say(Texts.Of("催缴阶梯已保存，从下一次自动催缴起按它执行。"));
        return RedirectToPage(new { Community });
    });

    public Task<IActionResult> OnPostPreviewAsync() => WithRungsAsync(async rungs =>
    {
        Preview = await ladders.PreviewAsync(Community, rungs);
        await LoadAsync();
        return Page();
    });

    public async Task<IActionResult> OnPostResetAsync()
    {
        await ladders.ResetAsync(Community);
        Say(Texts.Of("已恢复默认的催缴阶梯。"));
        return RedirectToPage(new { Community });
    }

    private async Task<IActionResult> WithRungsAsync(Func<IReadOnlyList<DunningRung>, Task<IActionResult>> act)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        LeaveOutBlanks();
        return await act([.. Rungs.Select(r => r.Read())]);
    }

    // Messages name a rung by its place: after the blank ones are gone, the places are those of the page that is shown again.
    private void LeaveOutBlanks()
    {
        Rungs.RemoveAll(r => r.Kind is null);
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith("Rungs", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }

        foreach (var (i, rung) in Rungs.Index())
        {
            ModelState.SetModelValue($"Rungs[{i}].Days", rung.Days, $"{rung.Days}");
            ModelState.SetModelValue($"Rungs[{i}].Minimum", rung.Minimum, $"{rung.Minimum}");
        }
    }
}
