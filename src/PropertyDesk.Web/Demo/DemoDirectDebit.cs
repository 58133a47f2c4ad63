using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Domain.Owners;

namespace PropertyDesk.Web.Demo;

/// <summary>Some owners let the bank collect: one batch came back, one failed collection and one unknown code in it; a next batch waits to go out.</summary>
internal static class DemoDirectDebit
{
    private const int Mandates = 9;

    // Two of them gave their mandate after the first batch.
    private const int Later = 2;

    public static async Task CollectAsync(IServiceProvider scope, DeskDbContext db, Guid communityId)
    {
        db.ChangeTracker.Clear();
        var room = scope.GetRequiredService<MandateRoom>();
        var people = await db.Payable().Where(b => b.CommunityId == communityId && b.Owner.Kind == OwnerKind.Person).OrderByDescending(b => b.Number)
            .Select(b => new { b.OwnerId, b.OwnerName }).Take(Mandates * 3).ToListAsync();
        var payers = people.DistinctBy(p => p.OwnerId).Take(Mandates).ToList();
        var layouts = scope.GetRequiredService<DebitLayouts>();
        var layout = await layouts.AddAsync("工行代扣", "M440300126", "物业费", ShippedFormats.Bars);
        await layouts.AddAsync("农商行代扣（定长）", "88001257", "物业费", ShippedFormats.Fixed);
        foreach (var (i, payer) in payers.Index())
        {
            if (i == payers.Count - Later)
            {
                await ReturnAsync(scope, communityId, layout);
            }

            var bank = i % 3 == 0 ? "农商银行" : "工商银行";
            await room.AddAsync(
                payer.OwnerId, new MandateTerms(bank, payer.OwnerName, $"TS2025{i + 1:0000}", new DateOnly(2025, 1, 1), null, i % 4 == 3 ? new Money(2_000_00) : null),
                string.Create(CultureInfo.InvariantCulture, $"62220244021{80_000 + (i * 137):00000}"));
        }

        await MakeAsync(scope, communityId, layout);
    }

    private static async Task ReturnAsync(IServiceProvider scope, Guid communityId, Guid layout)
    {
        var batches = scope.GetRequiredService<DebitBatches>();
        var batch = await MakeAsync(scope, communityId, layout);
        await batches.ExportAsync(batch);
        var sent = await batches.FileAsync(batch);
        await scope.GetRequiredService<TakeReturn>().RunAsync(batch, new NewFile("HP" + sent.Name, Answer(sent.Content)));
    }

    private static async Task<Guid> MakeAsync(IServiceProvider scope, Guid communityId, Guid layout)
    {
        var chosen = new DebitScope([communityId], null);
        var plan = (await scope.GetRequiredService<DebitCandidates>().PreviewAsync(chosen)).Plan;
        return await scope.GetRequiredService<DebitBatches>().MakeAsync(layout, chosen, plan.Sum);
    }

    // The bank's part of the demo: the second payer is out of money, the fourth gets a code that nobody described.
    private static byte[] Answer(byte[] sent)
    {
        var characters = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        var rows = characters.GetString(sent).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split('|')).ToList();
        var date = rows[0][3];
        var lines = rows.Where(r => r[0] == "D").Select(r => (Line: r, Code: r[1] switch { "2" => "1001", "4" => "2013", _ => "0000" })).ToList();
        var paid = lines.Where(l => l.Code == "0000").ToList();
        var answer = new StringBuilder(string.Join('|', rows[0])).Append("\r\n");
        foreach (var (r, code) in lines)
        {
            answer.Append(string.Join('|', "D", r[1], r[7], r[3], r[4], r[5], code, code == "0000" ? "成功" : code == "1001" ? "余额不足" : "账户状态异常", code == "0000" ? date : "")).Append("\r\n");
        }

        var total = paid.Sum(l => long.Parse(l.Line[5], CultureInfo.InvariantCulture));
        answer.Append(string.Join('|', "T", rows[0][4], rows[0][5], paid.Count.ToString(CultureInfo.InvariantCulture), total.ToString(CultureInfo.InvariantCulture))).Append("\r\n");
        return characters.GetBytes(answer.ToString());
    }
}
