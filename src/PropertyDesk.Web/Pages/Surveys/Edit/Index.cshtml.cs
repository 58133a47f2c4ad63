using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Audiences;
using PropertyDesk.Application.Communities;
using PropertyDesk.Application.Surveys;
using PropertyDesk.Domain.Surveys;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Surveys.Edit;

/// <summary>Writes a draft: its questions, and for whom.</summary>
public sealed class IndexModel(SurveyQueries queries, WriteSurveys surveys, CommunityQueries communities, AudienceReader audiences, OwnerGroups groups) : AudienceDraftPage(communities, audiences, groups)
{
    private const int Blank = 3;

    [BindProperty]
    public SurveyInput Input { get; set; } = new();

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Input.Questions = [.. Input.Questions.Where(q => !q.IsBlank), .. Enumerable.Range(0, Blank).Select(_ => new QuestionInput())];
    }

    public async Task OnGetAsync()
    {
        var known = Id is { } id ? (await queries.FindAsync(id)).Survey : null;
        Input = known is null ? Input : SurveyInput.Of(known);
        await ShowAudienceAsync(known?.CommunityId, known?.Audience);
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        var (community, audience) = await ReadAudienceAsync();
        var plan = Input.Plan(audience);
        if (Id is { } old)
        {
            await surveys.ChangeAsync(old, plan);
        }

        var id = Id ?? await surveys.DraftAsync(community, plan);
        Say(Texts.Of("草稿已保存，看过后再发出。"));
        return RedirectToPage("/Surveys/Details", new { id });
    }

    public async Task<IActionResult> OnPostDiscardAsync()
    {
        await surveys.DiscardAsync(Id ?? Guid.Empty);
        Say(Texts.Of("草稿已删除。"));
        return RedirectToPage("/Surveys/Index");
    }

    protected override async Task<Guid?> KnownCommunityAsync() => Id is { } id ? (await queries.FindAsync(id)).Survey.CommunityId : null;

    public sealed class SurveyInput
    {
        [StringLength(80)]
        public string? Title { get; set; }

        [StringLength(500)]
        public string? Intro { get; set; }

        public bool IsAnonymous { get; set; }

        public int? LowScore { get; set; }

        public DateOnly? Until { get; set; }

        [MaxLength(Survey.MostQuestions + Blank)]
        public List<QuestionInput> Questions { get; set; } = [];

        internal SurveyPlan Plan(Domain.Audiences.Audience audience) => new(
            Title, Intro, IsAnonymous, LowScore, Until, audience, [.. Questions.Where(q => !q.IsBlank).Select(q => new QuestionPlan(q.Kind, q.Text, q.Options, q.IsRequired))]);

        internal static SurveyInput Of(Survey survey) => new()
        {
            Title = survey.Title,
            Intro = survey.Intro,
            IsAnonymous = survey.IsAnonymous,
            LowScore = survey.LowScore,
            Until = survey.Until,
            Questions = [.. survey.Questions.OrderBy(q => q.Place).Select(q => new QuestionInput { Kind = q.Kind, Text = q.Text, Options = q.Options, IsRequired = q.IsRequired })],
        };
    }

    public sealed class QuestionInput
    {
        public QuestionKind Kind { get; set; } = QuestionKind.Score5;

        [StringLength(200)]
        public string? Text { get; set; }

        [StringLength(2000)]
        public string? Options { get; set; }

        public bool IsRequired { get; set; } = true;

        public bool IsBlank => string.IsNullOrWhiteSpace(Text);
    }
}
