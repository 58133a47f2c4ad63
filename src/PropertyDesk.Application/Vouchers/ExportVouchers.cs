using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Spreadsheets;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Vouchers;

namespace PropertyDesk.Application.Vouchers;

/// <summary>Exports the vouchers of a period for the finance system, and keeps what was handed out.</summary>
public sealed class ExportVouchers(DeskDbContext db, TimeProvider clock, DraftVouchers drafts, IWorkbookWriter writer)
{
    /// <returns>The export.</returns>
    /// <exception cref="RuleViolation">A mapping is missing, nothing was posted, or somebody exports the same at this moment.</exception>
    public async Task<Guid> RunAsync(VoucherScope scope)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        // Nobody closes or opens the month meanwhile: what the files say of it is true of the entries in them.
        await db.HoldPeriodsAsync(alone: false);
        var draft = await drafts.OfAsync(scope);
        Refuse(draft);
        var by = db.Acting(clock);
        var company = await db.Companies.SingleAsync(c => c.Id == db.Current.Require());
        var community = scope.CommunityId is { } id ? await db.Communities.SingleAsync(c => c.Id == id) : null;
        var content = new VoucherContent(draft.Vouchers.Count, draft.Debits, draft.EntryIds, VoucherSheets.HashOf(draft.Vouchers));
        var export = new VoucherExport(company, community, scope.Month, scope.Grouping, draft.Number, draft.Closed, content, await drafts.EntriesBeforeAsync(scope), by) { Elsewhere = draft.Elsewhere };
        var vouchers = VoucherSheets.Vouchers(draft);
        Keep(export, VoucherFormat.Xlsx, Name(draft, ".xlsx"), Workbook([vouchers, VoucherSheets.About(draft, company.Name, by.Name, Time(by.At), content.ContentHash), .. draft.Number > 1 ? [VoucherSheets.Added(draft, Time)] : Array.Empty<Sheet>()]));
        Keep(export, VoucherFormat.Csv, Name(draft, ".csv"), SafeCsv.Write(vouchers));
        db.Add(export);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("刚有他人导出了同一期间，请刷新后再看是否还要导出。");
        }

        await transaction.CommitAsync();
        return export.Id;
    }

    private static void Refuse(VoucherDraft draft)
    {
        if (draft.IsEmpty)
        {
            throw new RuleViolation("{0} 没有分录可以导出。", [draft.Scope.Month]);
        }

        if (draft.Missing.Count > 0)
        {
            throw new RuleViolation("这些还没有对应财务系统的科目：{0}。请先在科目对照里补上。", [string.Join("、", draft.Missing.Select(m => m.What))]);
        }

        var (debits, credits) = (Money.Sum(draft.Vouchers.Select(v => v.Debits)), Money.Sum(draft.Vouchers.Select(v => v.Credits)));
        if ((debits, credits) != (draft.Debits, draft.Credits))
        {
            throw new InvalidOperationException($"The vouchers of {draft.Scope.Month} come to {debits} and {credits}, the ledger to {draft.Debits} and {draft.Credits}.");
        }
    }

    // The name of a community may hold what a file name may not.
    private static string Name(VoucherDraft draft, string ending) =>
        string.Concat($"{Texts.Of("凭证")} {draft.Scope.Month} {draft.ScopeName} {draft.Mark.Replace(" · ", " ", StringComparison.Ordinal)}".Trim().Split(Path.GetInvalidFileNameChars().Union("\\/:*?\"<>|").ToArray())) + ending;

    private static void Keep(VoucherExport export, VoucherFormat format, string name, byte[] content) =>
        export.Keep(format, name, content, Convert.ToHexStringLower(SHA256.HashData(content)));

    private byte[] Workbook(IReadOnlyList<Sheet> sheets)
    {
        using var output = new MemoryStream();
        writer.Write(sheets, output);
        return output.ToArray();
    }

    private string Time(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, db.Current.TimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
