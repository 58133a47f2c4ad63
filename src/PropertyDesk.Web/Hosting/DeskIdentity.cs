using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using PropertyDesk.Application;
using PropertyDesk.Application.Companies;
using PropertyDesk.Domain.Accounts;

namespace PropertyDesk.Web.Hosting;

/// <summary>Logins: passwords, lockout, cookies.</summary>
public static class DeskIdentity
{
    public static void AddDeskIdentity(this IServiceCollection services, IWebHostEnvironment environment, IConfiguration configuration)
    {
        var cookies = new DeskCookies(environment, configuration);
        services.AddSingleton(cookies);
        services.AddIdentityCore<DeskUser>(Rules)
            .AddEntityFrameworkStores<DeskDbContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<DeskClaims>()
            .AddPasswordValidator<CommonPasswords>()
            .AddErrorDescriber<LoginErrors>()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        // OWASP's figure for PBKDF2 with SHA-512; older hashes are renewed at the next login.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 220_000);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.ConfigureApplicationCookie(options => Cookie(options, cookies));
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options => cookies.Name(options.Cookie, "second"));
        services.AddSingleton<SessionStore>();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<SessionStore>((options, store) => options.SessionStore = store);
        services.AddScoped<CurrentLogin>();
        services.AddScoped<HeldConnection>();
        services.AddScoped<SignIns>();
        services.AddScoped<Passkeys>();
        services.AddScoped<CodesByBrowser>();
        services.AddSingleton<BrowserSecret>();
        services.AddSingleton<OpenedBills>();
        services.Configure<IdentityPasskeyOptions>(options => PasskeyRules(options, new Uri(PublicLinks.Base(configuration))));
        services.AddAntiforgery(options => cookies.Name(options.Cookie, "antiforgery"));
        // One path for all: a message written outside a company is read, and ended, inside it.
        services.Configure<Microsoft.AspNetCore.Mvc.CookieTempDataProviderOptions>(options => cookies.Name(options.Cookie, "message"));
    }

    private static void Rules(IdentityOptions options)
    {
        // Length and a list of common passwords, no composition rules: those only make people write passwords down.
        options.Password = new PasswordOptions
        {
            RequiredLength = 8,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
            RequiredUniqueChars = 1,
        };
        options.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15), AllowedForNewUsers = true };
        options.User.RequireUniqueEmail = false;
    }

    // The site that a passkey is for comes from the settings: whoever sends a request can choose its host.
    private static void PasskeyRules(IdentityPasskeyOptions options, Uri site)
    {
        options.ServerDomain = site.Host;
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
            && origin.GetLeftPart(UriPartial.Authority) == site.GetLeftPart(UriPartial.Authority));
    }

    private static void Cookie(CookieAuthenticationOptions options, DeskCookies cookies)
    {
        cookies.Name(options.Cookie, "login");
        (options.LoginPath, options.LogoutPath) = ("/account/login", "/account/logout");
        // Not a redirect: the friendly page is shown at the same address, inside the company.
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
        // The cookie may live as long as the longest session; the row in the database says how long each one does.
        (options.ExpireTimeSpan, options.SlidingExpiration) = (LoginSession.Longest(LoginKind.Owner), false);
    }
}
