using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Domain.Reports;

/// <summary>What is in a file, and for whom.</summary>
/// <param name="UserId">The login with whose eyes it is made, and who may read it.</param>
public sealed record FileOrder(Guid UserId, string UserName, ReportName Report, ReportFormat Format, DateOnly From, DateOnly AsOf, Community? Community);

/// <summary>A report that is made in the background and kept for a while, for one person.</summary>
public sealed class ReportFile : CompanyOwned
{
    /// <summary>Days after which it is erased: it can be made again.</summary>
    public const int DaysKept = 90;

    private const int MostTries = 3;

    /// <summary>So long one node has it for itself; then it may be assumed to be gone.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private ReportFile()
    {
    }

    private ReportFile(int companyId, FileOrder order, string key, DateTimeOffset now)
        : base(companyId)
    {
        (UserId, UserName, Report, Format, From, AsOf, CommunityId) = (order.UserId, order.UserName, order.Report, order.Format, order.From, order.AsOf, order.Community?.Id);
        (Key, AskedAt, Version) = (key, now, Guid.NewGuid());
    }

    public Guid UserId { get; private set; }

    public string UserName { get; private set; } = "";

    public ReportName Report { get; private set; }

    public ReportFormat Format { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly AsOf { get; private set; }

    public Guid? CommunityId { get; private set; }

    /// <summary>The view of which it was sent; null where it was asked for by hand.</summary>
    public Guid? ViewId { get; private set; }

    /// <summary>Unique in the company: the same form, or the same day of a view for the same person, is one file.</summary>
    public string Key { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    public ReportFileState State { get; private set; }

    public DateTimeOffset? LeaseUntil { get; private set; }

    public int Tries { get; private set; }

    public DateTimeOffset? MadeAt { get; private set; }

    /// <summary>Why there is none, in the words of the page.</summary>
    public string? Problem { get; private set; }

    /// <summary>With its ending; null until it is made.</summary>
    public string? Name { get; private set; }

    public string ContentType { get; private set; } = "";

    public byte[]? Content { get; private set; }

    public Guid Version { get; private set; }

    /// <param name="requestId">Made with the form.</param>
    public static ReportFile Asked(Company company, FileOrder order, Guid requestId, DateTimeOffset now) => new(company.Id, order, $"{requestId:n}", now);

    /// <summary>Of a view on one of its days.</summary>
    public static ReportFile Sent(ReportView view, FileOrder order, DateOnly day, DateTimeOffset now) =>
        new(view.CompanyId, order, $"{view.Id:n}:{order.UserId:n}:{day:yyyyMMdd}", now) { ViewId = view.Id };

    /// <summary>Somebody begins to make it.</summary>
    /// <returns>False where another one has it, or where it is made; and where it broke off too often, which is told then.</returns>
    public bool Begin(DateTimeOffset now)
    {
        if (State is not (ReportFileState.Waiting or ReportFileState.Making) || LeaseUntil > now)
        {
            return false;
        }

        if (Tries >= MostTries)
        {
            Fail("几次都没有生成完，请缩小范围后再试。");
            return false;
        }

        (State, LeaseUntil, Tries, Version) = (ReportFileState.Making, now + Lease, Tries + 1, Guid.NewGuid());
        return true;
    }

    public void Finish(string name, string contentType, byte[] content, DateTimeOffset now) =>
        (State, LeaseUntil, Name, ContentType, Content, MadeAt, Problem, Version) = (ReportFileState.Made, null, Require.Text(name, "文件名", 200), contentType, content, now, null, Guid.NewGuid());

    /// <param name="problem">In the words of the page.</param>
    public void Fail(string problem) => (State, LeaseUntil, Name, Content, Problem, Version) = (ReportFileState.Failed, null, null, null, problem, Guid.NewGuid());
}

public enum ReportFileState
{
    /// <summary>排队中</summary>
    Waiting,

    /// <summary>生成中</summary>
    Making,

    /// <summary>已生成</summary>
    Made,

    /// <summary>未生成</summary>
    Failed,
}
