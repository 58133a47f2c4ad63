using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Accounts;

/// <summary>Tells the person behind a login what was changed about it: whoever changed it may be somebody else.</summary>
public sealed class AccountNotices(IServiceScopeFactory scopes, CodeDeliveries deliveries)
{
    private static readonly TimeSpan UsefulFor = TimeSpan.FromDays(3);

    /// <param name="addresses">Where to, as they were before the change.</param>
    /// <param name="text">In the language of whoever changed it.</param>
    public async Task TellAsync(Guid userId, IEnumerable<string> addresses, string text)
    {
        foreach (var address in addresses.Distinct(StringComparer.Ordinal))
        {
            await using var scope = scopes.CreateAsyncScope();
            var message = new AccountMessage(userId, DeliveryKind.AccountNotice, $"{DeliveryKind.AccountNotice}:{Guid.CreateVersion7()}", ContactAddress.Read(address), _ => text, UsefulFor);
            if (await deliveries.QueueAsync(scope.ServiceProvider, message))
            {
                await scope.ServiceProvider.GetRequiredService<DeskDbContext>().SaveChangesAsync();
            }
        }
    }
}
