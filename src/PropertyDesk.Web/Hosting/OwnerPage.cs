using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Archive;

namespace PropertyDesk.Web.Hosting;

/// <summary>A page about one owner, with the owner's name, tags and the ways to the other pages on top.</summary>
public abstract class OwnerPage(OwnerHeads heads) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public OwnerHead Head { get; private set; } = null!;

    /// <exception cref="Domain.NotFoundException">There is no such owner here.</exception>
    public override async Task LoadAsync() => Head = await heads.FindAsync(Id);

    /// <summary>It is done: shows the page anew, with a message.</summary>
    protected RedirectToPageResult Done(string message)
    {
        Say(message);
        return RedirectToPage(new { Id });
    }
}
