using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Owners;
using PropertyDesk.Web.Hosting;
using PropertyDesk.Web.Jobs;

namespace PropertyDesk.Web.Operations;

/// <summary>Proves the books of every company, and that what is encrypted can be read with the keys that are there.</summary>
internal static class Audit
{
    /// <returns>Whether all is as it must be.</returns>
    public static async Task<bool> RunAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var sound = DeskKeys.Count(app.Services).Closed == 0;
        if (!sound)
        {
            SayUnreadable();
        }

        await scope.ServiceProvider.GetRequiredService<CompanyJobs>().ForEachAsync<IServiceProvider>("audit", async (services, _) => sound &= await ProveAsync(services));
        return sound;
    }

    private static async Task<bool> ProveAsync(IServiceProvider services)
    {
        var result = await services.GetRequiredService<LedgerAudit>().RunAsync();
        var readable = await CanReadAsync(services);
        Commands.Say(Texts.Of("{0}：借方 {1}，贷方 {2}，{3}", services.GetRequiredService<CurrentCompany>().Name, result.Debits, result.Credits, result.IsSound ? Texts.Of("账目无误") : Texts.Of("账目不符")), 0);
        foreach (var law in result.Broken)
        {
            Commands.Say($"  {Texts.Of(law.Law)}: {law.Wrong}", 0);
        }

        if (!readable)
        {
            SayUnreadable();
        }

        return result.IsSound && readable;
    }

    private static void SayUnreadable() => Commands.Say("  " + Texts.Of("加密的资料读不出来：密钥不是备份时的那一套。"), 0);

    private static async Task<bool> CanReadAsync(IServiceProvider services)
    {
        var sealedNumber = await services.GetRequiredService<DeskDbContext>().Owners.Where(o => o.IdNumberCipher != null).Select(o => o.IdNumberCipher).FirstOrDefaultAsync();
        try
        {
            return sealedNumber is null || services.GetRequiredService<IPersonalDataCipher>().Unprotect(sealedNumber).Length > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
