using System.Globalization;

namespace PropertyDesk.IntegrationTests.Documents;

/// <summary>Does something in a language.</summary>
internal static class In
{
    public static T Language<T>(string language, Func<T> act)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return act();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
