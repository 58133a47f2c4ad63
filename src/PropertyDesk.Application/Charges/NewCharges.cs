using PropertyDesk.Domain;

namespace PropertyDesk.Application.Charges;

/// <summary>New charges, and in the same step everybody whom they concern is charged: nobody has to be told twice.</summary>
public sealed class NewCharges(DeskDbContext db, ChargeSetup setup, Assignments assignments)
{
    /// <param name="chargeAll">Charge everything in the tariff's scope.</param>
    /// <returns>How many are charged now.</returns>
    public Task<int> AddItemAsync(Guid communityId, ItemFacts item, TariffFacts tariff, bool chargeAll) =>
        TogetherAsync(async () => [await setup.AddItemAsync(communityId, item, tariff)], chargeAll);

    /// <inheritdoc cref="AddItemAsync"/>
    public Task<int> AddTariffAsync(Guid itemId, TariffFacts tariff, bool chargeAll) =>
        TogetherAsync(async () => [await setup.AddTariffAsync(itemId, tariff)], chargeAll);

    /// <summary>The usual charges that were given a price.</summary>
    /// <exception cref="RuleViolation">None was chosen, or one cannot be.</exception>
    public Task<int> StartAsync(Guid communityId, IReadOnlyList<(ItemFacts Item, TariffFacts Tariff)> chosen, bool chargeAll)
    {
        if (chosen.Count == 0)
        {
            throw new RuleViolation("请至少选择一个收费项目并填写价格。");
        }

        return TogetherAsync(() => setup.AddAllAsync(communityId, chosen), chargeAll);
    }

    private async Task<int> TogetherAsync(Func<Task<IReadOnlyList<Guid>>> add, bool chargeAll)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var charged = 0;
        foreach (var tariff in await add())
        {
            charged += chargeAll ? await assignments.AssignAsync(tariff, new AssignmentChoice()) : 0;
        }

        await transaction.CommitAsync();
        return charged;
    }
}
