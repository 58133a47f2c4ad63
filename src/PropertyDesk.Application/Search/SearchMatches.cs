using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application.Search;

/// <summary>An owner and what about them matched; of a record that was merged, the one that it was merged into.</summary>
/// <param name="BillId">The bill that was asked for by its number or code.</param>
/// <param name="PaymentId">The payment whose receipt, or whose slip, was asked for so.</param>
/// <param name="Unit">The flat by which the owner was found; null for every other match.</param>
internal sealed record SearchMatch(Guid OwnerId, string By, Guid? BillId, Guid? PaymentId, string? Unit);

/// <summary>The ways to find an owner, the most telling first; each asks its own table.</summary>
internal sealed partial class SearchMatches(DeskDbContext db, DateOnly today, int limit)
{
    private const int ShortestTail = 4;

    // A receipt's number is printed with so many digits.
    private const int ReceiptDigits = 6;

    /// <summary>The ways that make sense for the text.</summary>
    /// <param name="text">Plain and not empty.</param>
    public IEnumerable<IQueryable<SearchMatch>> For(string text)
    {
        var upper = text.ToUpperInvariant();
        var compact = upper.Replace(" ", "", StringComparison.Ordinal).Replace("·", "", StringComparison.Ordinal);
        var digits = PhoneText().IsMatch(text) ? string.Concat(text.Where(char.IsAsciiDigit)) : "";
        if (ScannedCode.Of(text) is { } scanned)
        {
            yield return db.Bills.Published().Where(b => b.Id == scanned.BillId || b.Code == scanned.Code).Select(b => new SearchMatch(b.Owner.MergedIntoId ?? b.OwnerId, b.Number, b.Id, null, null));
            yield return db.Receipts.Where(r => r.Code == scanned.Code).Select(r => new SearchMatch(r.Payment.Owner.MergedIntoId ?? r.Payment.OwnerId, Receipt.Format(r.Book, r.Number), null, r.PaymentId, null));
        }

        var units = ByUnit(UnitText.Code(text));
        yield return OwnersOf(units);
        yield return RentersOf(units);
        if (UnitText.Guesses(upper) is { Count: > 0 } codes)
        {
            var run = db.Units.Where(u => codes.Contains(u.SearchCode)).Select(u => new UnitMatch { UnitId = u.Id, Code = u.Code, By = "" });
            yield return OwnersOf(run);
            yield return RentersOf(run);
        }

        // Nobody's name is a number, and names are the one thing that is read from end to end.
        if (digits.Length == 0)
        {
            yield return ByName(text);
        }

        if (InitialsText().IsMatch(text))
        {
            yield return ByInitials(upper);
        }

        if (digits.Length >= ShortestTail)
        {
            yield return ByPhone(digits);
        }

        if (compact.Length >= 3 && compact.Any(char.IsAsciiLetterOrDigit))
        {
            yield return OwnersOf(ByPlate(compact));
            yield return RentersOf(ByPlate(compact));
            yield return OwnersOf(ByParkingSpace(compact));
            yield return RentersOf(ByParkingSpace(compact));
            yield return OwnersOf(ByMeter(compact));
            yield return ByBill(compact);
            yield return BySlip(text);
        }

        if (ReceiptText().Match(compact) is { Success: true } receipt)
        {
            var (book, number) = (receipt.Groups["book"].Value, int.Parse(receipt.Groups["number"].Value, CultureInfo.InvariantCulture));
            yield return book == ReceiptBook.Deposits ? ByDeposit(number) : ByReceipt(db.Receipts.Where(r => r.Book == book), number);
        }
        else if (compact.Length >= ReceiptDigits && compact.Length <= 9 && compact.All(char.IsAsciiDigit))
        {
            // As it is read out from a receipt by somebody who leaves out its letter.
            var number = int.Parse(compact, CultureInfo.InvariantCulture);
            yield return ByReceipt(db.Receipts, number);
            yield return ByDeposit(number);
        }
    }

    private IQueryable<SearchMatch> ByName(string text) => db.Owners
        .Where(o => o.Name.Contains(text)).OrderBy(o => o.Name.Length).ThenBy(o => o.Name).ThenBy(o => o.Id)
        .Select(o => new SearchMatch(o.MergedIntoId ?? o.Id, "", null, null, null)).Take(limit);

    private IQueryable<SearchMatch> ByInitials(string initials)
    {
        var behind = SearchKey.Behind(initials);
        return db.Owners.Where(o => o.Initials.CompareTo(initials) >= 0 && o.Initials.CompareTo(behind) < 0).OrderBy(o => o.Initials.Length).ThenBy(o => o.Name).ThenBy(o => o.Id)
            .Select(o => new SearchMatch(o.MergedIntoId ?? o.Id, "", null, null, null)).Take(limit);
    }

    private IQueryable<SearchMatch> ByPhone(string digits) => db.Owners.WithPhoneEnding(digits).Select(o => new SearchMatch(o.Id, "", null, null, null)).Take(limit);

    private IQueryable<UnitMatch> ByUnit(string code)
    {
        var within = code.Contains('-', StringComparison.Ordinal) ? code : code + "-";
        var behind = SearchKey.Behind(within);
        return db.Units.Where(u => u.SearchCode == code || u.SearchNumber == code || (u.SearchCode.CompareTo(within) >= 0 && u.SearchCode.CompareTo(behind) < 0)).Select(u => new UnitMatch { UnitId = u.Id, Code = u.Code, By = "" });
    }

    // People know the whole of a plate, or its last digits; while they type, its beginning.
    private IQueryable<UnitMatch> ByPlate(string text)
    {
        var (bare, end) = (SearchKey.Bare(text)!, SearchKey.Backwards(text)!);
        var start = ParkingUse.BehindProvince(bare)!;
        var (province, behindStart, behindEnd) = (bare[..^start.Length], SearchKey.Behind(start), SearchKey.Behind(end));
        return db.ParkingUses.Where(p => (p.To == null || p.To >= today) && ((p.SearchPlate!.CompareTo(start) >= 0 && p.SearchPlate!.CompareTo(behindStart) < 0 && p.Plate!.StartsWith(province))
                || (p.SearchPlateEnd!.CompareTo(end) >= 0 && p.SearchPlateEnd!.CompareTo(behindEnd) < 0)))
            .Select(p => new UnitMatch { UnitId = p.UnitId, Code = p.Unit.Code, By = p.Plate! });
    }

    private IQueryable<UnitMatch> ByParkingSpace(string text) =>
        db.ParkingUses.Where(p => (p.To == null || p.To >= today) && p.ParkingSpace.SearchNumber == text)
            .Select(p => new UnitMatch { UnitId = p.UnitId, Code = p.Unit.Code, By = p.Plate ?? p.ParkingSpace.Number });

    private IQueryable<UnitMatch> ByMeter(string text)
    {
        var end = SearchKey.Backwards(text)!;
        var behind = SearchKey.Behind(end);
        // Of a short text only the number that is just that; else each that ends so, itself among them.
        var found = end.Length < ShortestTail ? db.Meters.Where(m => m.SearchNumber == end) : db.Meters.Where(m => m.SearchNumber.CompareTo(end) >= 0 && m.SearchNumber.CompareTo(behind) < 0);
        return found.Select(m => new UnitMatch { UnitId = m.UnitId, Code = m.Unit.Code, By = m.Number });
    }

    private IQueryable<SearchMatch> ByBill(string text) => db.Bills.Published()
        .Where(b => b.Number == text).OrderBy(b => b.Id)
        .Select(b => new SearchMatch(b.Owner.MergedIntoId ?? b.OwnerId, b.Number, b.Id, null, null)).Take(limit);

    private IQueryable<SearchMatch> BySlip(string text) => db.PaymentTenders
        .Where(t => t.Reference == text && t.Amount.Fen > 0).OrderByDescending(t => t.Payment.RecordedAt).Take(limit)
        .Select(t => new SearchMatch(t.Payment.Owner.MergedIntoId ?? t.Payment.OwnerId, text, null, t.PaymentId, null));

    private IQueryable<SearchMatch> ByReceipt(IQueryable<Receipt> receipts, int number) => receipts
        .Where(r => r.Number == number).OrderBy(r => r.Id).Take(limit)
        .Select(r => new SearchMatch(r.Payment.Owner.MergedIntoId ?? r.Payment.OwnerId, Receipt.Format(r.Book, r.Number), null, r.PaymentId, null));

    private IQueryable<SearchMatch> ByDeposit(int number) => db.DepositEntries
        .Where(e => e.Number == number).OrderBy(e => e.Id).Take(limit)
        .Select(e => new SearchMatch(e.Deposit.Owner.MergedIntoId ?? e.Deposit.OwnerId, Receipt.Format(ReceiptBook.Deposits, number), null, null, null));

    // The shortest first, as people count: 1-9 before 1-10. No index has that order, so none is read from end to end for it.
    private IQueryable<SearchMatch> OwnersOf(IQueryable<UnitMatch> units) => units
        .Join(db.Ownerships.Where(o => o.From <= today && (o.To == null || o.To >= today)), u => u.UnitId, o => o.UnitId, (u, o) => new { u, o })
        .OrderBy(x => x.u.Code.Length).ThenBy(x => x.u.Code).ThenBy(x => x.o.Position).ThenBy(x => x.o.Id)
        .Select(x => new SearchMatch(x.o.OwnerId, x.u.By, null, null, x.u.Code)).Take(limit);

    // Whoever rents the unit pays some of its charges, and comes to the window like its owner.
    private IQueryable<SearchMatch> RentersOf(IQueryable<UnitMatch> units) => units
        .Join(db.Leases.Where(l => l.From <= today && (l.To == null || l.To >= today)), u => u.UnitId, l => l.UnitId, (u, l) => new { u, l })
        .OrderBy(x => x.u.Code.Length).ThenBy(x => x.u.Code).ThenBy(x => x.l.Id)
        .Select(x => new SearchMatch(x.l.LesseeId, x.u.By, null, null, x.u.Code)).Take(limit);

    [GeneratedRegex("^[A-Za-z]{1,12}$", RegexOptions.CultureInvariant)]
    private static partial Regex InitialsText();

    [GeneratedRegex(@"^\+?[\d\s()-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneText();

    [GeneratedRegex(@"^(?<book>[A-Z]+)-?(?<number>\d{1,9})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ReceiptText();

    // With initialisers, not a constructor: only those can be joined on in SQL.
    private sealed class UnitMatch
    {
        public Guid UnitId { get; init; }

        public string Code { get; init; } = "";

        public string By { get; init; } = "";
    }
}
