using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;

namespace PropertyDesk.Web.Hosting;

/// <summary>
/// One connection for all that a page asks of the database: it waits in line once, not with each of a dozen questions. It is
/// let go before the answer is sent, which takes as long as the reader's line, and before anybody outside is asked.
/// </summary>
public sealed class HeldConnection(DeskDbContext db)
{
    private bool _isHeld;

    public async Task TakeAsync(HttpResponse response, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        _isHeld = true;
        response.OnStarting(LetGoAsync);
    }

    /// <summary>Whatever is asked afterwards takes a connection of its own.</summary>
    public async Task LetGoAsync()
    {
        if (_isHeld)
        {
            _isHeld = false;
            await db.Database.CloseConnectionAsync();
        }
    }
}
