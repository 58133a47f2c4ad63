using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Accounts;
using PropertyDesk.Domain.Deliveries;

namespace PropertyDesk.Application.Accounts;

/// <summary>Somebody asks for a code.</summary>
/// <param name="Browser">The secret of the browser that asks: the code works there only.</param>
/// <param name="Network">Where the request came from.</param>
/// <param name="UserId">Whose address it is; null: nobody's, and nothing goes out.</param>
public sealed record CodeRequest(CodePurpose Purpose, string Browser, ContactAddress Address, string Network, Guid? UserId);

/// <summary>
/// One-time codes by phone or e-mail. Whether an address is anybody's cannot be told from asking: there is a row, a limit and
/// an answer for each.
/// </summary>
public sealed class OneTimeCodes(IServiceScopeFactory scopes, ILoginCipher cipher, CodeDeliveries deliveries, TimeProvider clock)
{
    private const int MostReads = 8;

    /// <summary>Makes a code and queues its message, both or neither.</summary>
    /// <returns>False when no company could send it, which only somebody who is logged in may be told.</returns>
    /// <exception cref="RuleViolation">The address or the network has asked too often.</exception>
    public async Task<bool> SendAsync(CodeRequest request)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
        var now = clock.GetUtcNow();
        var code = new OneTimeCode(request.Purpose, Hashes.Of(request.Browser), request.Address.Text, await PlaceAsync(db, request, now), Hashes.Of(request.Network), request.UserId, now);
        var digits = OneTimeCode.NewDigits();
        code.Keep(cipher.Protect(HashOf(code, digits)));
        db.Add(code);
        var sent = request.UserId is not { } userId || await deliveries.QueueAsync(scope.ServiceProvider, new AccountMessage(
            userId, DeliveryKind.OneTimeCode, $"{DeliveryKind.OneTimeCode}:{code.Id}", request.Address, place => ValueOf(place, request.Purpose, digits), OneTimeCode.Lifetime));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw TooMany();
        }

        return sent;
    }

    /// <summary>Uses the latest code that this browser asked for.</summary>
    /// <returns>The code, used by this call; null when it was wrong, used, too old, or tried too often.</returns>
    public async Task<OneTimeCode?> UseAsync(CodePurpose purpose, string browser, string? typed)
    {
        for (var read = 0; read < MostReads; read++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DeskDbContext>();
            try
            {
                return await UseAsync(db, purpose, Hashes.Of(browser), typed);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody tried at the same moment: what is left is read again.
            }
        }

        return null;
    }

    /// <summary>The address that a code was sent to from this browser, as long as one can be entered.</summary>
    public async Task<string?> WaitingAsync(CodePurpose purpose, string? browser)
    {
        await using var scope = scopes.CreateAsyncScope();
        var code = browser is null ? null : await LatestAsync(scope.ServiceProvider.GetRequiredService<DeskDbContext>(), purpose, Hashes.Of(browser));
        return code is { UsedAt: null } && clock.GetUtcNow() < code.ExpiresAt ? code.Address : null;
    }

    /// <summary>Removes codes that no limit counts any more.</summary>
    public async Task SweepAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = clock.GetUtcNow() - CodeLimits.Memory;
        await scope.ServiceProvider.GetRequiredService<DeskDbContext>().OneTimeCodes.Where(c => c.AskedAt < before).ExecuteDeleteAsync();
    }

    private async Task<OneTimeCode?> UseAsync(DeskDbContext db, CodePurpose purpose, string browserHash, string? typed)
    {
        var code = await LatestAsync(db, purpose, browserHash);
        if (code?.IsOpen(clock.GetUtcNow()) != true)
        {
            return null;
        }

        var digits = new string([.. (typed ?? "").Where(char.IsAsciiDigit)]);
        var used = code.Try(Hashes.AreEqual(cipher.Unprotect(code.Secret), HashOf(code, digits)), clock.GetUtcNow());
        await db.SaveChangesAsync();
        return used ? code : null;
    }

    private static Task<OneTimeCode?> LatestAsync(DeskDbContext db, CodePurpose purpose, string browserHash) =>
        db.OneTimeCodes.Where(c => c.BrowserHash == browserHash && c.Purpose == purpose).OrderByDescending(c => c.AskedAt).ThenByDescending(c => c.Place).FirstOrDefaultAsync();

    /// <exception cref="RuleViolation">The address or the network has asked too often.</exception>
    private static async Task<int> PlaceAsync(DeskDbContext db, CodeRequest request, DateTimeOffset now)
    {
        var since = now - CodeLimits.Memory;
        var network = Hashes.Of(request.Network);
        var ofNetwork = await db.OneTimeCodes.Where(c => c.Network == network && c.AskedAt > since).Select(c => c.AskedAt).ToListAsync();
        var ofAddress = await db.OneTimeCodes.Where(c => c.Address == request.Address.Text).Select(c => new { c.AskedAt, c.Place }).ToListAsync();
        return CodeLimits.AllowsNetwork(ofNetwork, now) && CodeLimits.AllowsAddress([.. ofAddress.Select(c => c.AskedAt)], now)
            ? ofAddress.Select(c => c.Place).DefaultIfEmpty().Max() + 1
            : throw TooMany();
    }

    private static string HashOf(OneTimeCode code, string digits) => Hashes.Of($"{code.Id:n}:{digits}");

    private static string ValueOf(string place, CodePurpose purpose, string digits) => place switch
    {
        "purpose" => Words.Of(purpose),
        "code" => digits,
        "minutes" => OneTimeCode.Lifetime.TotalMinutes.ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentException(place, nameof(place)),
    };

    private static RuleViolation TooMany() => new("验证码请求太频繁，请稍后再试。", field: "Input.Address");
}
