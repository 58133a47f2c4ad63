namespace PropertyDesk.Web.Demo;

/// <summary>Tells a newcomer where to go and with which login.</summary>
internal static class DemoGreeting
{
    public static void PrintWhenStarted(WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        Console.WriteLine();
        Console.WriteLine($"  PropertyDesk 演示已启动 / demo is running: {string.Join("  ", app.Urls)}");
        Console.WriteLine($"  密码 / password: {DemoLogins.Password}");
        foreach (var (login, name, role) in DemoLogins.Everybody)
        {
            Console.WriteLine($"    {login,-16} {name}  {role?.ToString() ?? "Platform operator"}");
        }

        Console.WriteLine($"    {DemoPortal.FamilyLogin,-16} {Application.Words.Of(Domain.Companies.Role.FamilyViewer)}");
        Console.WriteLine();
    });
}
