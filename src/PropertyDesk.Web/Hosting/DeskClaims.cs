using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PropertyDesk.Application.Companies;

namespace PropertyDesk.Web.Hosting;

/// <summary>Puts the display name and the platform flag into the login.</summary>
public sealed class DeskClaims(UserManager<DeskUser> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<DeskUser>(users, options)
{
    public const string DisplayName = "display-name";
    public const string PlatformOperator = "platform-operator";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(DeskUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        if (user.IsPlatformOperator)
        {
            identity.AddClaim(new Claim(PlatformOperator, "true"));
        }

        return identity;
    }
}
