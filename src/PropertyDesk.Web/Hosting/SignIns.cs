using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using PropertyDesk.Application.Accounts;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain.Accounts;

namespace PropertyDesk.Web.Hosting;

/// <summary>The one door through which everybody comes in, whatever they proved themselves by.</summary>
public sealed class SignIns(SignInManager<DeskUser> logins, LoginSessions sessions, CurrentLogin current, IServiceScopeFactory scopes)
{
    /// <summary>After a password or a code: in, or to the second factor where the login has one.</summary>
    /// <returns>Where to go.</returns>
    public async Task<string> AfterFirstFactorAsync(HttpContext context, DeskUser user, string returnUrl)
    {
        if (!user.TwoFactorEnabled)
        {
            await StartAsync(context, user, strong: false);
            return returnUrl;
        }

        // Identity reads the name of whoever waits for the second factor from this cookie.
        var waiting = new ClaimsIdentity([new Claim(ClaimTypes.Name, user.Id.ToString())], IdentityConstants.TwoFactorUserIdScheme);
        await context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(waiting));
        return "/account/second?returnUrl=" + Uri.EscapeDataString(returnUrl);
    }

    /// <summary>Begins a session with a key of its own; whatever this browser was logged in as before ends.</summary>
    /// <param name="strong">Proven by two factors, or by a passkey.</param>
    public async Task StartAsync(HttpContext context, DeskUser user, bool strong)
    {
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        var kind = await sessions.KindAsync(user);
        // Staff share computers: their cookie ends with the browser.
        var properties = new AuthenticationProperties { IsPersistent = kind == LoginKind.Owner, Items = { [SessionStore.Kind] = kind.ToString() } };
        if (strong)
        {
            properties.Items[SessionStore.Strong] = "true";
        }

        // The handler of this request knows the old session's key and would go on with it: a fresh one makes a new key.
        await using var scope = scopes.CreateAsyncScope();
        var handler = await scope.ServiceProvider.GetRequiredService<IAuthenticationHandlerProvider>().GetHandlerAsync(context, IdentityConstants.ApplicationScheme);
        await ((IAuthenticationSignInHandler)handler!).SignInAsync(await logins.CreateUserPrincipalAsync(user), properties);
    }

    /// <summary>The person who is logged in proved again who they are.</summary>
    public async Task ConfirmAsync(bool strong)
    {
        if (current.Id is { } id)
        {
            await sessions.ConfirmAsync(id, strong);
        }
    }

    /// <summary>After a change that ends logins: this one goes on, the others end.</summary>
    public async Task KeepOnlyThisAsync(DeskUser user)
    {
        await logins.RefreshSignInAsync(user);
        await sessions.EndAllAsync(user.Id, current.Id);
    }
}
