using PropertyDesk.Domain;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Vouchers;

namespace PropertyDesk.Application.Vouchers;

/// <summary>What is to be exported.</summary>
/// <param name="CommunityId">Null for all of the company.</param>
public sealed record VoucherScope(BillingMonth Month, Guid? CommunityId, VoucherGrouping Grouping);

/// <summary>A mapping that the vouchers need and nobody made.</summary>
/// <param name="Anchor">Of its row on the page of the mapping.</param>
public sealed record MissingMapping(string What, string Anchor);

/// <summary>An entry that the export before did not have.</summary>
public sealed record AddedEntry(DateOnly Date, JournalKind Kind, DateTimeOffset PostedAt, Money Debits);

/// <summary>The vouchers of a period as they would be exported now.</summary>
/// <param name="ScopeName">The community, or a word for all of them.</param>
/// <param name="Vouchers">Empty while mappings are missing.</param>
/// <param name="Debits">Of the ledger, not of the vouchers; the vouchers must come to the same.</param>
/// <param name="Number">How often the period was exported, this time included.</param>
/// <param name="Added">Since the export before; empty for the first.</param>
/// <param name="SameAsBefore">The vouchers are those of the export before.</param>
/// <param name="Elsewhere">Entries that an export of another scope of the month has: of one community, or of all.</param>
public sealed record VoucherDraft(
    VoucherScope Scope, string ScopeName, bool Closed, IReadOnlyList<SummaryVoucher> Vouchers, IReadOnlyList<MissingMapping> Missing, IReadOnlyList<Guid> EntryIds,
    Money Debits, Money Credits, int Number, IReadOnlyList<AddedEntry> Added, bool SameAsBefore, int Elsewhere)
{
    public bool IsEmpty => EntryIds.Count == 0;

    /// <summary>What marks the export, such as 第 2 次导出 · 未关账; empty for the first of a closed month.</summary>
    public string Mark => VoucherMarks.Of(Number, Closed, Elsewhere);
}
