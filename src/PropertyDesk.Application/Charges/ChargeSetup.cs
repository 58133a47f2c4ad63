using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Application.Charges;

/// <summary>Sets up what a community charges: items, their tariffs, the first prices.</summary>
public sealed class ChargeSetup(DeskDbContext db)
{
    /// <summary>A new item with its first tariff and price.</summary>
    /// <returns>The tariff.</returns>
    /// <exception cref="RuleViolation">The name is taken, or the price cannot be one of the method.</exception>
    public async Task<Guid> AddItemAsync(Guid communityId, ItemFacts facts, TariffFacts tariff)
    {
        var community = await CommunityAsync(communityId);
        var last = await db.ChargeItems.Where(i => i.CommunityId == communityId).MaxAsync(i => (int?)i.Priority) ?? 0;
        return await SaveAsync(Add(MakeItem(community, facts, last + 10, tariff.Method), tariff));
    }

    /// <summary>Another tariff of an item, such as that of the shops.</summary>
    /// <exception cref="RuleViolation">The item is charged in the scope already, or the price cannot be one.</exception>
    public async Task<Guid> AddTariffAsync(Guid itemId, TariffFacts facts)
    {
        var item = NotFoundException.Check(await db.ChargeItems.FirstOrDefaultAsync(i => i.Id == itemId), itemId);
        return await SaveAsync(Add(item, facts));
    }

    /// <summary>Several items at once; those of one name become tariffs of one item, also where the item is there already.</summary>
    /// <returns>The tariffs, in the order asked for.</returns>
    public async Task<IReadOnlyList<Guid>> AddAllAsync(Guid communityId, IReadOnlyList<(ItemFacts Item, TariffFacts Tariff)> charges)
    {
        var community = await CommunityAsync(communityId);
        var items = await db.ChargeItems.Where(i => i.CommunityId == communityId).ToDictionaryAsync(i => i.Name);
        var next = items.Count == 0 ? 0 : items.Values.Max(i => i.Priority);
        var tariffs = new List<Tariff>();
        foreach (var (facts, tariff) in charges)
        {
            if (!items.TryGetValue(facts.Name, out var item))
            {
                items.Add(facts.Name, item = MakeItem(community, facts, next += 10, tariff.Method));
            }

            tariffs.Add(Add(item, tariff));
        }

        await SaveAsync();
        return tariffs.ConvertAll(t => t.Id);
    }

    /// <summary>Changes an item. Lines that exist keep its name and VAT.</summary>
    public async Task DescribeAsync(Guid itemId, ItemFacts facts)
    {
        var item = NotFoundException.Check(await db.ChargeItems.FirstOrDefaultAsync(i => i.Id == itemId), itemId);
        item.Rename(facts.Name);
        item.Describe(facts.OnBehalf, facts.Priority ?? item.Priority);
        item.SetVatRate(facts.VatPercent / 100m);
        item.PayFrom(facts.PurseClass ?? item.PurseClass);
        await SaveAsync();
    }

    private async Task<Community> CommunityAsync(Guid id) =>
        NotFoundException.Check(await db.Communities.FirstOrDefaultAsync(c => c.Id == id), id);

    private static ChargeItem MakeItem(Community community, ItemFacts facts, int priority, ChargeMethod method)
    {
        var item = new ChargeItem(community, facts.Name, facts.OnBehalf, facts.Priority ?? priority);
        item.SetVatRate(facts.VatPercent / 100m);
        item.PayFrom(facts.PurseClass ?? method.UsualPurse());
        return item;
    }

    private Tariff Add(ChargeItem item, TariffFacts facts)
    {
        var tariff = TariffDrafts.Make(item, facts);
        db.Add(tariff);
        return tariff;
    }

    private async Task<Guid> SaveAsync(Tariff tariff)
    {
        await SaveAsync();
        return tariff.Id;
    }

    private async Task SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw error.Entries.Any(e => e.Entity is ChargeItem)
                ? new RuleViolation("已有同名的收费项目。", field: "Name")
                : new RuleViolation("这个收费项目对该范围已有收费标准，请直接调价。", field: "Scope");
        }
    }
}
