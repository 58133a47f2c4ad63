using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Vouchers;

namespace PropertyDesk.Application.Vouchers;

/// <summary>Sums a period of the journal up to vouchers, and says what stands in the way of their export.</summary>
public sealed class DraftVouchers(DeskDbContext db, SubjectMapping mapping)
{
    /// <exception cref="NotFoundException">There is no such community here.</exception>
    /// <exception cref="RuleViolation">All communities are asked for by somebody who looks after some.</exception>
    public async Task<VoucherDraft> OfAsync(VoucherScope scope)
    {
        var name = await NameAsync(scope.CommunityId);
        var closed = await db.PeriodClosings.AnyAsync(c => c.Month == scope.Month && c.ReopenedAt == null);
        var lines = await db.PeriodLinesAsync(scope.Month, scope.CommunityId);
        var sheet = await mapping.ReadAsync();
        var parts = new VoucherParts(sheet, sheet.Items.Any(i => i.Subject is not null) ? await db.ItemSharesAsync(scope.Month, scope.CommunityId) : []);
        var found = lines.SelectMany(parts.Of).ToList();
        var vouchers = parts.Missing.Count > 0 ? [] : SummaryVoucher.Of(found, scope.Grouping, scope.Month, Namer(sheet, scope.Month, name));
        var before = await BeforeAsync(scope);
        return new VoucherDraft(
            scope, name, closed, vouchers, parts.Missing, [.. lines.Select(l => l.EntryId).Distinct()],
            Money.Sum(lines.Where(l => l.Amount > Money.Zero).Select(l => l.Amount)), Money.Sum(lines.Where(l => l.Amount < Money.Zero).Select(l => -l.Amount)),
            (before?.Number ?? 0) + 1, before is null ? [] : AddedSince(before.Entries, lines), before is not null && before.ContentHash == VoucherSheets.HashOf(vouchers), await ElsewhereAsync(scope, lines));
    }

    /// <summary>The entries of the last export of the period; empty where there is none.</summary>
    internal async Task<IReadOnlySet<Guid>> EntriesBeforeAsync(VoucherScope scope) => (await BeforeAsync(scope))?.Entries ?? [];

    private static List<AddedEntry> AddedSince(HashSet<Guid> before, IEnumerable<PeriodLine> lines) =>
    [
        .. lines.Where(l => !before.Contains(l.EntryId)).GroupBy(l => l.EntryId)
            .Select(e => new AddedEntry(e.First().Date, e.First().Kind, e.First().PostedAt, Money.Sum(e.Where(l => l.Amount > Money.Zero).Select(l => l.Amount)))),
    ];

    private static Func<JournalKind, DateOnly, (string Word, string Summary)> Namer(SubjectSheet sheet, BillingMonth month, string scope)
    {
        var kinds = sheet.Kinds.ToDictionary(k => k.Kind);
        return (kind, date) => (kinds[kind].Word, VoucherRule.Fill(kinds[kind].Summary, month, scope, date));
    }

    private async Task<string> NameAsync(Guid? communityId)
    {
        if (communityId is { } id)
        {
            return NotFoundException.Check(await db.Communities.Where(c => c.Id == id).Select(c => c.Name).FirstOrDefaultAsync(), id);
        }

        return db.Current.AllCommunities ? Texts.Of("全部小区") : throw new RuleViolation("您只负责部分小区，请选择一个小区导出。", field: "Community");
    }

    private async Task<int> ElsewhereAsync(VoucherScope scope, IReadOnlyList<PeriodLine> lines)
    {
        var key = VoucherExport.ScopeOf(scope.CommunityId);
        var others = await db.VoucherExports.Where(e => e.Month == scope.Month && e.Scope != key).Select(e => e.EntryIds).ToListAsync();
        var handedOut = others.SelectMany(VoucherExport.Unpack).ToHashSet();
        return lines.Select(l => l.EntryId).Distinct().Count(handedOut.Contains);
    }

    private async Task<Before?> BeforeAsync(VoucherScope scope)
    {
        var key = VoucherExport.ScopeOf(scope.CommunityId);
        var last = await db.VoucherExports.Where(e => e.Month == scope.Month && e.Scope == key).OrderByDescending(e => e.Number)
            .Select(e => new { e.Number, e.ContentHash, e.EntryIds }).FirstOrDefaultAsync();
        return last is null ? null : new Before(last.Number, last.ContentHash, [.. VoucherExport.Unpack(last.EntryIds)]);
    }

    private sealed record Before(int Number, string ContentHash, HashSet<Guid> Entries);
}
