using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>Sends the messages of one lease through one opened way, until the provider fails or all are through.</summary>
public sealed class DispatchBatch(DeliveryGates gates, DeliveryLeases leases, OutgoingWays ways, DispatchSteps steps, DispatchRecovery recovery)
{
    /// <returns>How many were taken up.</returns>
    internal async Task<int> SendAsync(DeliveryChannel channel, Guid lease, List<Delivery> messages, int perRecipient, CancellationToken cancel)
    {
        IOutgoing? way;
        try
        {
            way = await ways.OpenAsync(channel, cancel);
        }
        catch (SenderDown down)
        {
            await gates.FailAsync(channel, down.Message);
            return 0;
        }

        if (way is null)
        {
            return 0;
        }

        await using (way)
        {
            return await SendAsync(way, lease, messages, perRecipient, cancel);
        }
    }

    private async Task<int> SendAsync(IOutgoing way, Guid lease, List<Delivery> messages, int perRecipient, CancellationToken cancel)
    {
        var useless = await recovery.UselessAsync(messages, cancel);
        foreach (var (index, message) in messages.Index())
        {
            if (cancel.IsCancellationRequested)
            {
                return index;
            }

            if (useless.Contains(message.Id))
            {
                await recovery.GiveUpAsync(message.Id, lease);
            }
            else if (await leases.BeginAsync(message, lease, perRecipient))
            {
                if (!await steps.SendAsync(way, message, cancel))
                {
                    return index + 1;
                }

                await gates.RecoverAsync(message.Channel!.Value);
            }
        }

        return messages.Count;
    }
}
