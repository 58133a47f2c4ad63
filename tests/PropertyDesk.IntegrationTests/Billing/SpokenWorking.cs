using System.Globalization;
using PropertyDesk.Application.Billing;
using PropertyDesk.Domain.Charges;

namespace PropertyDesk.IntegrationTests.Billing;

/// <summary>What the desk reads aloud for a line, in both languages; from what is stored, not from what was just computed.</summary>
internal static class SpokenWorking
{
    public static void Says(CalculatedLine line, string[] chinese, string[] english)
    {
        Assert.Equal(chinese, In("zh-CN", line));
        Assert.Equal(english, In("en", line));
    }

    public static IReadOnlyList<string> In(string language, CalculatedLine line)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return WorkingText.Steps(LineWorking.FromJson(line.Working.ToJson()));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
