using Microsoft.Extensions.Logging;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>Hands one message over and writes what came of it, whatever it was.</summary>
public sealed partial class DispatchSteps(DeliveryGates gates, DeliveryOutcomes outcomes, DispatchOptions options, TimeProvider clock, ILogger<DispatchSteps> log)
{
    /// <returns>Whether the provider still serves us.</returns>
    internal async Task<bool> SendAsync(IOutgoing way, Delivery message, CancellationToken cancel)
    {
        try
        {
            var call = await PrepareAsync(way, message, cancel);
            using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            inTime.CancelAfter(options.Lease / 2);
            var taken = await call(inTime.Token);
            await outcomes.ChangeAsync(message.Id, d => d.Sent(taken.ProviderId, taken.Parts, taken.Cost, outcomes.By, clock.GetUtcNow()));
            return true;
        }
        catch (MessageRefused refused)
        {
            await WhileSendingAsync(message, d => refused.IsFinal
                ? d.Refuse(refused.Message, outcomes.By, clock.GetUtcNow())
                : d.PutOff(refused.Message, outcomes.By, clock.GetUtcNow()));
            return true;
        }
        catch (SenderDown down)
        {
            var until = await gates.FailAsync(message.Channel!.Value, down.Message);
            await WhileSendingAsync(message, d => down.MayBeOut
                ? d.Lose(down.Message, until, outcomes.By, clock.GetUtcNow())
                : d.Wait(down.Message, until, outcomes.By, clock.GetUtcNow()));
            return false;
        }
        // Whatever else it was, the call had begun: what the row says must not be more than is known.
        catch (Exception error)
        {
            Broken(log, message.Id, error);
            var until = await gates.FailAsync(message.Channel!.Value, Texts.Of("发送中断：{0}", error.Message));
            await WhileSendingAsync(message, d => d.Lose(Texts.Of("发送中断，不能确定是否已发出。"), until, outcomes.By, clock.GetUtcNow()));
            return false;
        }
    }

    // Nobody was called yet: a bill that cannot be printed does not stop the channel.
    private async Task<Func<CancellationToken, Task<Taken>>> PrepareAsync(IOutgoing way, Delivery message, CancellationToken cancel)
    {
        try
        {
            return await way.PrepareAsync(message, cancel);
        }
        catch (Exception error) when (error is not MessageRefused)
        {
            Broken(log, message.Id, error);
            throw new MessageRefused(Texts.Of("准备消息时出错：{0}", error.Message), isFinal: false);
        }
    }

    // A receipt may have said more while we waited for the answer.
    private Task WhileSendingAsync(Delivery message, Func<Delivery, DeliveryEvent> change) =>
        outcomes.ChangeAsync(message.Id, d => d.State == DeliveryState.Sending ? change(d) : null);

    [LoggerMessage(LogLevel.Error, "Sending message {Message} broke")]
    private static partial void Broken(ILogger log, Guid message, Exception error);
}
