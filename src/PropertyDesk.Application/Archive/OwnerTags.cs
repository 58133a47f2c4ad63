using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Database;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Archive;
using PropertyDesk.Domain.Companies;

namespace PropertyDesk.Application.Archive;

/// <summary>What can be put on owners; company-wide.</summary>
public sealed class OwnerTags(DeskDbContext db)
{
    // What a company begins with. Health is sensitive by law (个人信息保护法 28).
    private static readonly TagTerms[] Standard =
    [
        new("独居老人", TagKind.Need, "独", TagColour.Red, IsSensitive: false),
        new("行动不便", TagKind.Need, "行", TagColour.Amber, IsSensitive: true),
        new("听力障碍", TagKind.Need, "听", TagColour.Amber, IsSensitive: true),
        new("视力障碍", TagKind.Need, "视", TagColour.Amber, IsSensitive: true),
        new("孕妇", TagKind.Need, "孕", TagColour.Amber, IsSensitive: true),
        new("新生儿", TagKind.Need, "婴", TagColour.Blue, IsSensitive: false),
        new("需陪同", TagKind.Need, "陪", TagColour.Blue, IsSensitive: false),
        new("志愿者", TagKind.Label, "★", TagColour.Green, IsSensitive: false),
        new("业委会", TagKind.Label, "会", TagColour.Blue, IsSensitive: false),
        new("楼长", TagKind.Label, "长", TagColour.Green, IsSensitive: false),
        new("长期不在", TagKind.Label, "○", TagColour.Grey, IsSensitive: false),
    ];

    /// <summary>Makes the standard tags where a company has none; twice, or at once, it makes them once.</summary>
    public async Task FillAsync()
    {
        if (await db.OwnerTags.AnyAsync())
        {
            return;
        }

        var company = await CompanyAsync();
        db.AddRange(Standard.Select((terms, i) => new OwnerTag(company, terms, i + 1)));
        await db.SaveUnlessThereAsync();
    }

    /// <summary>Needs first, then plain tags.</summary>
    public Task<List<OwnerTag>> ListAsync(bool withEnded = false) =>
        db.OwnerTags.AsNoTracking().Where(t => withEnded || !t.IsEnded).OrderBy(t => t.IsEnded).ThenByDescending(t => t.Kind == TagKind.Need).ThenBy(t => t.Position).ThenBy(t => t.Id).ToListAsync();

    /// <param name="id">Null for a new one.</param>
    /// <exception cref="RuleViolation">It has no name, or another one has it.</exception>
    public async Task SaveAsync(Guid? id, TagTerms terms)
    {
        db.Current.RequireAllCommunities();
        if (id is { } known)
        {
            (await FindAsync(known)).Change(terms);
        }
        else
        {
            db.Add(new OwnerTag(await CompanyAsync(), terms, (await db.OwnerTags.MaxAsync(t => (int?)t.Position) ?? 0) + 1));
        }

        await db.SaveOrRefuseAsync("已有同名的标签。");
    }

    /// <summary>Takes it out of the choice, or brings it back.</summary>
    public async Task EndAsync(Guid id, bool isEnded)
    {
        db.Current.RequireAllCommunities();
        (await FindAsync(id)).End(isEnded);
        await db.SaveChangesAsync();
    }

    private async Task<OwnerTag> FindAsync(Guid id) => NotFoundException.Check(await db.OwnerTags.FirstOrDefaultAsync(t => t.Id == id), id);

    private Task<Company> CompanyAsync()
    {
        var id = db.Current.Require();
        return db.Companies.SingleAsync(c => c.Id == id);
    }
}
