using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Domain.Accounts;

namespace PropertyDesk.Web.Hosting;

/// <summary>
/// Keeps logins in the database; the cookie holds a random key only. Each request reads its row, in a scope of its own, so
/// that nothing of the request is saved with it.
/// </summary>
public sealed class SessionStore(IServiceScopeFactory scopes, ILoginCipher cipher, TimeProvider clock) : ITicketStore
{
    /// <summary>Notes in the properties of a ticket: whose login it is, and how well it is proven.</summary>
    public const string Kind = "kind";
    public const string Strong = "strong";

    public Task<string> StoreAsync(AuthenticationTicket ticket) => throw new NotSupportedException("A session is of a request.");

    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var key = Hashes.NewSecret();
        var session = new LoginSession(
            Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!), Hashes.Of(key), Write(ticket),
            Enum.Parse<LoginKind>(ticket.Properties.Items[Kind]!), ticket.Properties.Items.ContainsKey(Strong),
            DeviceName.Of(httpContext.Request.Headers.UserAgent), NetworkName.Masked(httpContext), clock.GetUtcNow());
        await In(sessions => sessions.StartAsync(session));
        httpContext.RequestServices.GetRequiredService<CurrentLogin>().Read(session);
        return key;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => In(sessions => sessions.RenewAsync(Hashes.Of(key), Write(ticket)));

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => throw new NotSupportedException("A session is of a request.");

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var session = await scope.ServiceProvider.GetRequiredService<LoginSessions>().SeeAsync(Hashes.Of(key));
        httpContext.RequestServices.GetRequiredService<CurrentLogin>().Read(session);
        return session is null ? null : TicketSerializer.Default.Deserialize(Convert.FromBase64String(cipher.Unprotect(session.Ticket)));
    }

    public Task RemoveAsync(string key) => In(sessions => sessions.RemoveAsync(Hashes.Of(key)));

    private string Write(AuthenticationTicket ticket) => cipher.Protect(Convert.ToBase64String(TicketSerializer.Default.Serialize(ticket)));

    private async Task In(Func<LoginSessions, Task> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<LoginSessions>());
    }
}
