using System.Globalization;

namespace PropertyDesk.Application.Documents;

/// <summary>Who prints, and when: stands on every document of the company.</summary>
/// <param name="PrintedAt">In the company's time zone.</param>
public sealed record Letterhead(string Company, DateTimeOffset PrintedAt)
{
    public static Letterhead Of(CurrentCompany company, TimeProvider clock) =>
        new(company.Name, TimeZoneInfo.ConvertTime(clock.GetUtcNow(), company.TimeZone));

    /// <summary>The file's properties, in the current UI language.</summary>
    public DocumentInfo Info(string title) => new(title, Company, PrintedAt, CultureInfo.CurrentUICulture.Name);

    /// <summary>The line under each page: what it is, when it was printed, its number in the section.</summary>
    /// <param name="namesCompany">Not on narrow paper whose head does.</param>
    public PageFooter Footer(string subject, bool namesCompany = true) => new(
        Texts.Of("{0}　打印时间 {1}", namesCompany ? $"{Company} · {subject}" : subject, PrintedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
        Texts.Of("第 {0} 页 / 共 {1} 页", PageFooter.Page, PageFooter.Pages));
}
