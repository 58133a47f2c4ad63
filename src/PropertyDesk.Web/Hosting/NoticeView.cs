using PropertyDesk.Application.Notices;

namespace PropertyDesk.Web.Hosting;

/// <summary>A notice to be shown, and where its files are.</summary>
/// <param name="Files">Address before the file's id.</param>
public sealed record NoticeView(NoticeReading Notice, string Files, TimeZoneInfo Zone);
