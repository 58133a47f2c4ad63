using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Companies;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Events;
using PropertyDesk.Application.Visitors;
using PropertyDesk.Domain;
using PropertyDesk.Domain.PersonalData;

namespace PropertyDesk.Application.PersonalData;

/// <summary>Owners ask to have own data corrected or deleted; the desk answers.</summary>
public sealed class DataRequests(DeskDbContext db, FamilyMembers family, VisitorKeeping visitors, EventKeeping events, AnswerMessages answers, TimeProvider clock)
{
    /// <exception cref="NotFoundException">It is not an owner record of the login's own.</exception>
    /// <exception cref="RuleViolation">A correction without words, or one of this kind is open already.</exception>
    public async Task<Guid> AskAsync(Guid ownerId, DataRequestKind kind, string? text)
    {
        var owner = NotFoundException.Check(await db.Owners.FirstOrDefaultAsync(o => o.Id == ownerId && db.Current.IsOwnerIds.Contains(o.Id)), ownerId);
        var request = new DataRequest(owner, kind, text, db.Acting(clock) with { Name = owner.Name });
        db.Add(request);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("您已有一份同类申请正在处理，请等待答复。");
        }

        return request.Id;
    }

    /// <summary>
    /// It was done. A deletion is done by this very act: contact data, preferences, visitors, sign-ups
    /// for events, the family's access, and tags, household, papers and notes of the archive go. Ownership, bills
    /// and payments stay, because the law on accounts requires them to be kept.
    /// </summary>
    public async Task DoneAsync(Guid id, string? answer)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var request = await FindAsync(id);
        request.Done(answer, db.Acting(clock));
        await TellAsync(request, () => Texts.Of("您的“{0}”申请已办理", Words.Of(request.Kind)));
        if (request.Kind == DataRequestKind.Deletion)
        {
            request.Owner.EraseContact();
            db.RemoveRange(await db.DeliveryPreferences.Where(p => p.OwnerId == request.OwnerId).ToListAsync());
            await family.EndAllAsync(request.OwnerId);
            await db.EraseArchiveAsync(request.Owner, clock);
        }

        await SaveAsync();
        if (request.Kind == DataRequestKind.Deletion)
        {
            await visitors.EraseOfOwnerAsync(request.OwnerId);
            await events.EraseOfOwnerAsync(request.OwnerId);
            // Of messages that are over with, the address is of no more use; those under way still need it.
            await db.Deliveries.Where(d => d.OwnerId == request.OwnerId && d.NextAt == null).ExecuteUpdateAsync(set => set.SetProperty(d => d.Address, (string?)null));
            // What was asked and answered stays with the record; who called from where goes, of calls still promised too.
            await db.Calls.Where(c => c.OwnerId == request.OwnerId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Phone, (string?)null).SetProperty(c => c.Caller, (string?)null));
        }

        await transaction.CommitAsync();
    }

    /// <summary>It is not done; the owner reads why.</summary>
    public async Task RefuseAsync(Guid id, string? answer)
    {
        var request = await FindAsync(id);
        request.Refuse(answer, db.Acting(clock));
        await TellAsync(request, () => Texts.Of("您的“{0}”申请没有办理", Words.Of(request.Kind)));
        await SaveAsync();
    }

    // Before the contact data goes: this is the last message that needs it.
    private Task TellAsync(DataRequest request, Func<string> title) => answers.AddAsync(request.OwnerId, $"data:{request.Id:n}", "me", () => (title(), request.Answer ?? ""));

    private async Task<DataRequest> FindAsync(Guid id) =>
        NotFoundException.Check(await db.DataRequests.Include(r => r.Owner).FirstOrDefaultAsync(r => r.Id == id), id);

    private async Task SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("这份申请已经处理过了。");
        }
    }
}
