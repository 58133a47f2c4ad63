using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Calls;
using PropertyDesk.Domain.Calls;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Knowledge.Edit;

/// <summary>What calls and articles are about.</summary>
public sealed class TopicsModel(CallTopics topics) : DeskPage
{
    public IReadOnlyList<CallTopic> Topics { get; private set; } = [];

    public override async Task LoadAsync()
    {
        await topics.FillAsync();
        Topics = await topics.ListAsync(withEnded: true);
    }

    public Task OnGetAsync() => LoadAsync();

    /// <param name="topic">Null for a new one.</param>
    public async Task<IActionResult> OnPostSaveAsync(Guid? topic, string? name)
    {
        await topics.SaveAsync(topic, name);
        return Saved();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid topic, bool end)
    {
        await topics.EndAsync(topic, end);
        return Saved();
    }

    private RedirectToPageResult Saved()
    {
        Say(Texts.Of("设置已保存。"));
        return RedirectToPage();
    }
}
