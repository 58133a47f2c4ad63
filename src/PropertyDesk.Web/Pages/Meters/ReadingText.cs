using System.Globalization;
using System.Text;

namespace PropertyDesk.Web.Pages.Meters;

/// <summary>Reads a reading as people type it: full-width digits too, never a thousands separator.</summary>
internal static class ReadingText
{
    public static decimal? Parse(string? text) =>
        decimal.TryParse((text ?? "").Normalize(NormalizationForm.FormKC).Trim().Replace('。', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
