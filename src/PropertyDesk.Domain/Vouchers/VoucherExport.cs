using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;

namespace PropertyDesk.Domain.Vouchers;

/// <summary>What an export holds, in figures.</summary>
/// <param name="EntryIds">The journal entries it sums up, in the order of the books.</param>
/// <param name="ContentHash">Of the vouchers without the marks of the export: the same vouchers have the same hash. SHA-256, hexadecimal.</param>
public sealed record VoucherContent(int Vouchers, Money Debits, IReadOnlyList<Guid> EntryIds, string ContentHash);

/// <summary>
/// Vouchers of a month that were handed to the finance system (凭证导出); append only. Its files are kept as they were sent,
/// and the entries in it by id, so that the next export of the same period can say what came since.
/// </summary>
public sealed class VoucherExport : CompanyOwned
{
    /// <summary>Of <see cref="Scope"/> where all communities are meant.</summary>
    public const string AllCommunities = "*";

    private const int IdLength = 16;
    private readonly List<VoucherFile> _files = [];

    private VoucherExport()
    {
    }

    /// <param name="community">Null for all of the company.</param>
    /// <param name="number">How often this period and scope were exported, this time included: two people at once make one row.</param>
    /// <param name="closed">The month was closed.</param>
    /// <param name="before">The entries of the export before; empty for the first.</param>
    public VoucherExport(
        Company company, Community? community, BillingMonth month, VoucherGrouping grouping, int number, bool closed, VoucherContent content, IReadOnlySet<Guid> before, Requester by)
        : base(company.Id)
    {
        (Month, Grouping, Number, Closed) = (month, grouping, number, closed);
        (CommunityId, CommunityName, Scope) = (community?.Id, community?.Name, ScopeOf(community?.Id));
        (Vouchers, Debits, ContentHash) = (content.Vouchers, content.Debits, content.ContentHash);
        (Entries, EntryIds) = (content.EntryIds.Count, Pack(content.EntryIds));
        Added = number == 1 ? 0 : content.EntryIds.Count(id => !before.Contains(id));
        (ById, By, At) = (by.Id, by.Name, by.At);
    }

    public BillingMonth Month { get; private set; }

    public Guid? CommunityId { get; private set; }

    /// <summary>As it was called then.</summary>
    public string? CommunityName { get; private set; }

    /// <summary>The community's id as text, or <see cref="AllCommunities"/>: part of the unique key.</summary>
    public string Scope { get; private set; } = "";

    public VoucherGrouping Grouping { get; private set; }

    /// <summary>第 N 次导出: 1, 2 … for each month and scope.</summary>
    public int Number { get; private set; }

    /// <summary>The month was closed; otherwise marked 未关账.</summary>
    public bool Closed { get; private set; }

    public int Vouchers { get; private set; }

    /// <summary>Journal entries summed up.</summary>
    public int Entries { get; private set; }

    /// <summary>Entries that the export before did not have; zero for the first.</summary>
    public int Added { get; private set; }

    /// <summary>Entries that an export of another scope of the month had before.</summary>
    public int Elsewhere { get; init; }

    /// <summary>Total of the debits, which is that of the credits.</summary>
    public Money Debits { get; private set; }

    public string ContentHash { get; private set; } = "";

    /// <summary>Sixteen bytes for each entry.</summary>
    public byte[] EntryIds { get; private set; } = [];

    public Guid? ById { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public IReadOnlyList<VoucherFile> Files => _files;

    public static string ScopeOf(Guid? communityId) => communityId?.ToString("n") ?? AllCommunities;

    /// <summary>The ids in what an export keeps of its entries.</summary>
    public static IReadOnlyList<Guid> Unpack(byte[] ids) => [.. ids.Chunk(IdLength).Select(id => new Guid(id))];

    /// <param name="sha256">Of the content, in hexadecimal digits.</param>
    public void Keep(VoucherFormat format, string name, byte[] content, string sha256) => _files.Add(new VoucherFile(this, format, name, content, sha256));

    private static byte[] Pack(IReadOnlyList<Guid> ids)
    {
        var packed = new byte[ids.Count * IdLength];
        for (var i = 0; i < ids.Count; i++)
        {
            ids[i].TryWriteBytes(packed.AsSpan(i * IdLength));
        }

        return packed;
    }
}
