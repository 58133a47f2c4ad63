using PropertyDesk.Domain;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Deliveries;

/// <summary>What people decide about messages.</summary>
public sealed class DeliveryDesk(DeliveryOutcomes outcomes, TimeProvider clock)
{
    /// <exception cref="Domain.RuleViolation">It did go out, or waits anyway.</exception>
    public Task RetryAsync(Guid id) => ChangeAsync(id, d => d.Retry(outcomes.By, clock.GetUtcNow()));

    public Task GiveUpAsync(Guid id, string? note) => ChangeAsync(id, d => d.GiveUp(note, outcomes.By, clock.GetUtcNow()));

    /// <param name="wentOut">False: it is sent again.</param>
    public Task DecideAsync(Guid id, bool wentOut, string? note) => ChangeAsync(id, d => d.Decide(wentOut, note, outcomes.By, clock.GetUtcNow()));

    /// <summary>Records what came of a paper or a call.</summary>
    public Task RecordAsync(Guid id, bool hasArrived, string? note) => ChangeAsync(id, d => d.Record(hasArrived, note, outcomes.By, clock.GetUtcNow()));

    // Messages about logins are nobody's business at the desk: for it there are none.
    private Task ChangeAsync(Guid id, Func<Delivery, DeliveryEvent> change) =>
        outcomes.ChangeAsync(id, d => d.Kind.IsAboutLogin() ? throw new NotFoundException(nameof(Delivery), id) : change(d));
}
