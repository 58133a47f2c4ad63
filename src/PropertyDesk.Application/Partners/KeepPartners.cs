using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Database;
using PropertyDesk.Application.Files;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Files;
using PropertyDesk.Domain.Partners;

namespace PropertyDesk.Application.Partners;

/// <summary>Keeps outside units: who they are, what was agreed, which dates come, and what went on.</summary>
public sealed class KeepPartners(DeskDbContext db, Attachments files, TimeProvider clock)
{
    /// <returns>The unit; for a form that was sent before, the one of then.</returns>
    /// <exception cref="RuleViolation">Something is missing, or the community has one of this kind and name.</exception>
    /// <exception cref="NotFoundException">There is no such community here.</exception>
    public async Task<Guid> AddAsync(Guid requestId, Guid communityId, PartnerPlan plan)
    {
        var community = NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId), communityId);
        var partner = new Partner(community, plan, requestId);
        if (await db.EarlierAsync<Partner>(p => p.RequestId == requestId) is null)
        {
            await RequireNewNameAsync(partner);
        }

        return await db.SaveOnceAsync(partner, p => p.RequestId == requestId);
    }

    /// <exception cref="RuleViolation">Something is missing, the name is taken, or somebody else was quicker.</exception>
    public async Task ChangeAsync(Guid id, PartnerPlan plan)
    {
        var partner = NotFoundException.Check(await db.Partners.Include(p => p.Contacts).FirstOrDefaultAsync(p => p.Id == id), id);
        db.RemoveRange(partner.Contacts);
        partner.Change(plan);
        await RequireNewNameAsync(partner);
        await db.SaveOrRefuseAsync();
    }

    /// <summary>Nothing is done with them any more, or again.</summary>
    public async Task EndAsync(Guid id, bool ended)
    {
        (await FindAsync(id)).End(ended);
        await db.SaveOrRefuseAsync();
    }

    /// <exception cref="RuleViolation">It has no title, ends before it begins, or the file is none that may be attached.</exception>
    public async Task AgreeAsync(Guid id, Guid requestId, string? title, DateOnly from, DateOnly? until, NewFile? file)
    {
        var partner = await FindAsync(id);
        await db.SaveOnceAsync(new PartnerAgreement(partner, title, from, until, await StoreAsync(partner, file), requestId, db.Current.UserName), a => a.RequestId == requestId);
    }

    /// <summary>It was replaced or given up.</summary>
    public async Task EndAgreementAsync(Guid agreementId)
    {
        NotFoundException.Check(await db.PartnerAgreements.FirstOrDefaultAsync(a => a.Id == agreementId), agreementId).End();
        await db.SaveOrRefuseAsync();
    }

    /// <exception cref="RuleViolation">Nothing is said, or interval or reminder makes no sense.</exception>
    public async Task FixDateAsync(Guid id, Guid requestId, PartnerDatePlan plan) => await db.SaveOnceAsync(new PartnerDate(await FindAsync(id), plan, requestId), d => d.RequestId == requestId);

    /// <summary>Somebody has seen to a date: it is written down, and comes again or is over.</summary>
    /// <param name="seen">The day that the page showed.</param>
    /// <param name="how">What was done; what the date is for where nothing is said.</param>
    /// <exception cref="RuleViolation">Somebody else was quicker.</exception>
    public async Task KeepDateAsync(Guid dateId, Guid requestId, DateOnly seen, string? how)
    {
        var date = NotFoundException.Check(await db.PartnerDates.FirstOrDefaultAsync(d => d.Id == dateId), dateId);
        if (await db.EarlierAsync<PartnerEntry>(e => e.RequestId == requestId) is not null)
        {
            return;
        }

        date.Keep(seen);
        var (partner, by) = (await FindAsync(date.PartnerId), db.Acting(clock));
        var what = $"{date.What}（{seen:yyyy-MM-dd}）";
        db.Add(new PartnerEntry(partner, PartnerEntryKind.Kept, by.Today, string.IsNullOrWhiteSpace(how) ? what : $"{what}：{how.Trim()}", null, requestId, by));
        await db.SaveOrRefuseAsync("这个日期刚被他人办妥，请刷新后再看。");
    }

    /// <summary>A date is not needed any more.</summary>
    public async Task DropDateAsync(Guid dateId)
    {
        NotFoundException.Check(await db.PartnerDates.FirstOrDefaultAsync(d => d.Id == dateId), dateId).Drop();
        await db.SaveOrRefuseAsync();
    }

    /// <exception cref="RuleViolation">Nothing is said, the day lies ahead, or the file is none that may be attached.</exception>
    public async Task NoteAsync(Guid id, Guid requestId, PartnerEntryKind kind, DateOnly day, string? what, NewFile? file)
    {
        var partner = await FindAsync(id);
        await db.SaveOnceAsync(new PartnerEntry(partner, kind, day, what, await StoreAsync(partner, file), requestId, db.Acting(clock)), e => e.RequestId == requestId);
    }

    private async Task<Partner> FindAsync(Guid id) => NotFoundException.Check(await db.Partners.FirstOrDefaultAsync(p => p.Id == id), id);

    private async Task<StoredFile?> StoreAsync(Partner partner, NewFile? file) => file is null ? null : await files.AddAsync(partner.CommunityId, file);

    private async Task RequireNewNameAsync(Partner partner)
    {
        if (await db.Partners.AnyAsync(p => p.Id != partner.Id && p.CommunityId == partner.CommunityId && p.Kind == partner.Kind && p.Name == partner.Name))
        {
            throw new RuleViolation("已经有同类同名的单位“{0}”。", [partner.Name], "Input.Name");
        }
    }
}
