namespace PropertyDesk.Application.Companies;

/// <summary>First segments of addresses that belong to the program itself, so that no company can have them.</summary>
public static class ReservedSlugs
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "account", "platform", "error", "health", "hangfire", "verify", "notify", "lib", "css", "js", "img", "favicon.ico", "api", "admin", "www",
    };

    public static bool Contains(string segment) => Words.Contains(segment);
}
