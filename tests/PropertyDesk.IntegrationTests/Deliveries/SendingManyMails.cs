using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.IntegrationTests.Deliveries;

/// <summary>Memory is the whole program's: nothing else may run while it is measured.</summary>
[Collection(nameof(Alone))]
public sealed class SendingManyMails
{
    [Fact]
    public async Task Two_thousand_go_out_within_the_limit_and_bounded_memory()
    {
        await using var rig = await DeliveryRig.OpenAsync(new(3000, 3000, 10, 5));
        await rig.QueueAsync(DeliveryChannel.Email, 2000);
        await rig.DrainAsync(10);
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await rig.DrainAsync();

        Assert.Equal((2000, 2000), (rig.Box.Letters.Count, rig.Box.Distinct));
        var times = await rig.Desk.See(db => db.Deliveries.OrderBy(d => d.StartedAt).Select(d => d.StartedAt!.Value).ToListAsync());
        Assert.All(times.Where((_, i) => i % 100 == 0), t => Assert.InRange(times.Count(x => x >= t && x < t.AddMinutes(1)), 1, 3000));
        // What the server keeps is some 1 KiB a letter: the rest of the growth would be ours.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 30L * 1024 * 1024);
    }

    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public sealed class Alone;
}
