namespace PropertyDesk.Web.Hosting;

/// <summary>A browser in words that its user knows, from what it says of itself.</summary>
public static class DeviceName
{
    // The first that fits: browsers also name those that they descend from.
    private static readonly (string Sign, string Name)[] Programs =
    [
        ("MicroMessenger", "WeChat"), ("AlipayClient", "Alipay"), ("Edg", "Edge"), ("OPR/", "Opera"), ("HuaweiBrowser", "Huawei"), ("MiuiBrowser", "Xiaomi"),
        ("QQBrowser", "QQ"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("Windows", "Windows"), ("Macintosh", "macOS"), ("Linux", "Linux"),
    ];

    /// <summary>Such as Chrome · Windows; empty where nothing is known.</summary>
    public static string Of(string? userAgent) =>
        string.Join(" · ", new[] { Find(Programs, userAgent), Find(Systems, userAgent) }.Where(name => name.Length > 0));

    private static string Find((string Sign, string Name)[] names, string? userAgent) =>
        Array.Find(names, name => userAgent?.Contains(name.Sign, StringComparison.Ordinal) == true).Name ?? "";
}
