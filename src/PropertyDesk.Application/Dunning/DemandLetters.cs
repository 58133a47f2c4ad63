using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.LateFees;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Dunning;
using PropertyDesk.Domain.Files;

namespace PropertyDesk.Application.Dunning;

/// <summary>How a letter was delivered.</summary>
public sealed record ProofOfDelivery(LetterWay Way, DateOnly On, string? PostNumber, NewFile? File, string? Note);

/// <summary>Issues demand letters (催款函), and keeps the proof that they were delivered.</summary>
public sealed class DemandLetters(DeskDbContext db, DunningLadders ladders, LateFeeQueries fees, Attachments attachments, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Issues the letters that wait: of each owner, with everything that is overdue and late fees to today.</summary>
    /// <param name="contacts">What waits; whose bills were paid meanwhile gets no letter.</param>
    /// <returns>How many were issued.</returns>
    /// <exception cref="NotFoundException">One of them is not here.</exception>
    public async Task<int> IssueAsync(IReadOnlyCollection<Guid> contacts)
    {
        var issued = 0;
        foreach (var id in contacts.Distinct())
        {
            issued += await IssueAsync(id) ? 1 : 0;
        }

        return issued > 0 ? issued : throw new RuleViolation("没有可以发出的催款函：账单已缴清、已承诺或已发函。", field: "Contacts");
    }

    /// <summary>Records the proof; once for a letter.</summary>
    /// <exception cref="RuleViolation">The proof lacks something, or there is one already.</exception>
    public async Task ProveAsync(Guid letterId, ProofOfDelivery proof)
    {
        var letter = NotFoundException.Check(await db.DemandLetters.FirstOrDefaultAsync(l => l.Id == letterId), letterId);
        var file = proof.File is { } photo ? await attachments.AddAsync(letter.CommunityId, photo) : (StoredFile?)null;
        db.Add(new LetterProof(letter, proof.Way, proof.On, proof.PostNumber, file, proof.Note, db.Acting(clock)));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("这封催款函的送达证明已登记。");
        }
    }

    private async Task<bool> IssueAsync(Guid contactId)
    {
        for (var turn = 1; ; turn++)
        {
            db.ChangeTracker.Clear();
            var contact = NotFoundException.Check(await db.DunningContacts.FirstOrDefaultAsync(c => c.Id == contactId && c.Kind == DunningKind.Letter), contactId);
            if (!contact.IsOpen || await WriteAsync(contact) is not { } letter)
            {
                return false;
            }

            contact.Close();
            db.Add(letter);
            try
            {
                await db.SaveChangesAsync();
                return true;
            }
            // Somebody took the number, or issued this letter: look again.
            catch (Exception error) when (turn < Tries && (error is DbUpdateConcurrencyException || db.IsUniqueViolation(error)))
            {
            }
        }
    }

    private async Task<DemandLetter?> WriteAsync(DunningContact contact)
    {
        var by = db.Acting(clock);
        var asked = await db.AskedAsync(db.Dunnable().Where(b => b.OwnerId == contact.OwnerId && b.DueOn < by.Today));
        if (asked.Count == 0)
        {
            return null;
        }

        var ids = asked.ConvertAll(a => a.Id);
        var bills = await db.Bills.Where(b => ids.Contains(b.Id)).ToDictionaryAsync(b => b.Id);
        var late = (await fees.OfOwnerAsync(contact.OwnerId, by.Today)).ToDictionary(f => f.BillId, f => f.Open);
        var number = (await db.DemandLetters.Where(l => l.CommunityId == contact.CommunityId).MaxAsync(l => (int?)l.Number) ?? 0) + 1;
        var letter = new DemandLetter(contact, number, bills[asked[0].Id], by.Today.AddDays((await ladders.OfAsync(contact.CommunityId)).LetterDays), by);
        asked.ForEach(a => letter.Add(bills[a.Id], a.Asked, late.GetValueOrDefault(a.Id) is var fee && fee > Money.Zero ? fee : Money.Zero));
        return letter;
    }
}
