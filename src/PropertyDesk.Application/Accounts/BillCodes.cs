using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Search;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Application.Accounts;

/// <summary>What only the payer of a bill knows.</summary>
/// <param name="PhoneTail">The last four digits of the phone that the desk has.</param>
/// <param name="Name">Where the desk has no phone: the owner's name, with the unit.</param>
public sealed record BillAnswer(string? PhoneTail, string? Name, string? Unit);

/// <summary>A bill that its code has opened.</summary>
public sealed record OpenedBill(int CompanyId, Guid BillId);

/// <summary>
/// The code printed on a bill opens that bill, and nothing else, for whoever also knows what only the payer knows. No answer
/// tells whether there is such a code.
/// </summary>
public sealed class BillCodes(DeskDbContext db, IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int MostReads = 8;

    /// <summary>Judges an answer, in a scope of its own: a page that has entered no company cannot give away that there is one.</summary>
    /// <exception cref="RuleViolation">No such code, a wrong answer, or too many of them: always the same words.</exception>
    public async Task<OpenedBill> OpenAsync(string? printed, BillAnswer answer)
    {
        for (var read = 0; read < MostReads; read++)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                return await scope.ServiceProvider.GetRequiredService<BillCodes>().JudgeAsync(printed, answer) ?? throw Refused();
            }
            catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error))
            {
                // Somebody answered at the same moment: both answers count.
            }
        }

        throw Refused();
    }

    /// <summary>The bill's place in the program, for somebody who is logged in and may see it there; null for others.</summary>
    public async Task<(string Slug, Guid BillId)?> PlaceForAsync(string? printed, Guid userId)
    {
        if (await FindAsync(printed) is not var (company, bill))
        {
            return null;
        }

        // Past the filters: as the bill itself; narrowed to the user's own memberships.
        var mine = await db.Memberships.AcrossCompanies().AnyAsync(m =>
            m.CompanyId == company.Id && m.UserId == userId && m.DisabledAt == null && (m.OwnerId == null || m.OwnerId == bill.OwnerId));
        return mine ? (company.Slug, bill.Id) : null;
    }

    /// <summary>Whether an account can still be opened with the bill that was opened.</summary>
    public async Task<bool> CanClaimAsync(Guid billId) => !(await RuleAsync() && await db.BillOpenings.AnyAsync(o => o.BillId == billId && o.ClaimedAt != null));

    /// <summary>An invitation for the payer of a bill that was opened; accepting it ends the code, where the company wants that.</summary>
    /// <returns>The token of the invitation.</returns>
    /// <exception cref="RuleViolation">An account was opened with it already.</exception>
    public async Task<string> InviteAsync(Guid billId)
    {
        await RequireClaimableAsync(billId);
        var bill = NotFoundException.Check(await db.Bills.Published().Include(b => b.Owner).FirstOrDefaultAsync(b => b.Id == billId), billId);
        var token = InvitationToken.New();
        db.Add(Invitation.ByBill(bill, InvitationToken.Hash(token), clock.GetUtcNow()));
        await db.SaveChangesAsync();
        return token;
    }

    /// <summary>Notes that an account was opened with the bill; the caller saves.</summary>
    /// <exception cref="RuleViolation">Another account was, since the invitation was made.</exception>
    public async Task ClaimAsync(Guid billId)
    {
        await RequireClaimableAsync(billId);
        var opening = await db.BillOpenings.FirstOrDefaultAsync(o => o.BillId == billId);
        if (opening is null)
        {
            db.Add(opening = new BillOpening(await db.Bills.SingleAsync(b => b.Id == billId)));
        }

        opening.Claim(clock.GetUtcNow());
    }

    private async Task<OpenedBill?> JudgeAsync(string? printed, BillAnswer answer)
    {
        if (await FindAsync(printed) is not var (company, bill))
        {
            return null;
        }

        db.Current.EnterAsJob(company, "");
        var opening = await db.BillOpenings.FirstOrDefaultAsync(o => o.BillId == bill.Id);
        var isOld = bill.IssuedOn!.Value.AddMonths(company.BillCodeMonths) < db.Current.Today(clock);
        if (isOld || opening?.Listens(company.BillCodeEndsWithClaim, clock.GetUtcNow()) == false)
        {
            return null;
        }

        if (Knows(bill, answer))
        {
            return new OpenedBill(company.Id, bill.Id);
        }

        if (opening is null)
        {
            db.Add(opening = new BillOpening(bill));
        }

        opening.CountWrong(clock.GetUtcNow());
        await db.SaveChangesAsync();
        return null;
    }

    private async Task<(Company Company, Bill Bill)?> FindAsync(string? printed)
    {
        if (PrintedCode.Read(printed) is not var (companyId, code))
        {
            return null;
        }

        // Past the filters: no company is entered yet; company and code together are the secret, which one bill has at most.
        var bill = await db.Bills.AcrossCompanies().AsNoTracking().Include(b => b.Owner)
            .FirstOrDefaultAsync(b => b.CompanyId == companyId && b.Code == code && b.IssuedOn != null);
        return bill is null ? null : (await db.Companies.AsNoTracking().SingleAsync(c => c.Id == companyId), bill);
    }

    private async Task RequireClaimableAsync(Guid billId)
    {
        if (!await CanClaimAsync(billId))
        {
            throw new RuleViolation("这张账单已经用来开通过账号。");
        }
    }

    private Task<bool> RuleAsync() => db.Companies.Where(c => c.Id == db.Current.Id).Select(c => c.BillCodeEndsWithClaim).SingleAsync();

    private static bool Knows(Bill bill, BillAnswer answer)
    {
        var digits = new string([.. (bill.Owner.Phone ?? "").Where(char.IsAsciiDigit)]);
        return digits.Length >= 4
            ? Hashes.AreEqual(digits[^4..], UnitText.Plain(answer.PhoneTail))
            : Hashes.AreEqual(UnitText.Plain(bill.Owner.Name), UnitText.Plain(answer.Name)) & Hashes.AreEqual(bill.UnitCode, UnitText.Code(answer.Unit ?? ""));
    }

    private static RuleViolation Refused() => new("代码与所填信息对不上，或者尝试太多次已暂停。请核对，或联系物业。");
}
