namespace PropertyDesk.Application.Accounts;

/// <summary>Takes away what has had its time: sessions, codes, and the texts of messages about logins.</summary>
public sealed class AccountSweep(DeskDbContext db, LoginSessions sessions, OneTimeCodes codes, TimeProvider clock)
{
    /// <summary>For all logins.</summary>
    public async Task RunAsync()
    {
        await sessions.SweepAsync();
        await codes.SweepAsync();
    }

    /// <summary>For the current company's messages.</summary>
    public Task EraseTextsAsync() => CodeDeliveries.EraseAsync(db, clock.GetUtcNow());
}
