using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Surveys;
using PropertyDesk.Domain.Surveys;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Portal.Surveys;

/// <summary>An owner answers a survey, once.</summary>
public sealed class AnswerModel(AnswerSurveys surveys) : DeskPage
{
    /// <summary>The invitation.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, MaxLength(Domain.Surveys.Survey.MostQuestions)]
    public List<ReplyInput> Replies { get; set; } = [];

    public SurveyReading Survey { get; private set; } = null!;

    public override async Task LoadAsync() => Survey = await surveys.FindAsync(Id);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await surveys.RunAsync(Id, [.. Replies.Select(r => new GivenReply(r.Question, r.Choices, r.Text))]);
        Say(Texts.Of("已提交，谢谢您的意见！"));
        return RedirectToPage("/Portal/Surveys/Index");
    }

    public sealed class ReplyInput
    {
        public Guid Question { get; set; }

        [MaxLength(50)]
        public List<int> Choices { get; set; } = [];

        [StringLength(1000)]
        public string? Text { get; set; }
    }
}
