using Microsoft.AspNetCore.Identity;

namespace PropertyDesk.Application.Companies;

/// <summary>A login. What it may do in a company is said by its memberships there.</summary>
public sealed class DeskUser : IdentityUser<Guid>
{
    public DeskUser() => Id = Guid.CreateVersion7();

    /// <summary>The name shown on receipts and in histories.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>平台运营: may create companies and see the job dashboard; is not a member of any company by that.</summary>
    public bool IsPlatformOperator { get; set; }

    /// <summary>The secret shared with the authenticator app, encrypted; null where there is none.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>A secret that waits for the first code of the app, encrypted.</summary>
    public string? TotpPending { get; set; }

    /// <summary>The time step whose code was taken last: no code is taken twice.</summary>
    public long TotpStep { get; set; }
}
