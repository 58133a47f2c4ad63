using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PropertyDesk.Application;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.IntegrationTests.DirectDebit;

/// <summary>From mandates to booked money: each line once, whatever comes how often, and what fails is free again.</summary>
public sealed class CollectingByBank
{
    /// <summary>The worked case "direct-debit-return".</summary>
    [Theory]
    [InlineData(BankFile.Bars)]
    [InlineData(BankFile.Fixed)]
    [InlineData(BankFile.Csv)]
    public async Task A_batch_goes_out_comes_back_and_is_booked_once(BankFile file)
    {
        var golden = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "golden-cases.json"), TestContext.Current.CancellationToken)).RootElement.GetProperty("cases")
            .EnumerateArray().Single(c => c.GetProperty("id").GetString() == "direct-debit-return");
        var (given, expect) = (golden.GetProperty("given"), golden.GetProperty("expect"));
        var desk = await DebitDesk.OpenAsync(file, [.. given.GetProperty("batch").EnumerateArray().Select(Yuan)]);

        var (batch, sent) = await desk.SendAsync();
        var read = desk.Bank.Read(sent);
        Assert.Equal(expect.GetProperty("fileCount").GetInt32(), read.Lines.Count);
        Assert.Equal(Yuan(expect.GetProperty("fileSum")) * 100, read.Lines.Sum(l => l.Fen));
        var answer = desk.Answer(sent, [.. given.GetProperty("failed").EnumerateArray().Select(f => f.GetInt32())]);
        await desk.ImportAsync(batch, answer);

        Assert.Equal(Yuan(expect.GetProperty("booked")), (await desk.PaidAsync()).Yuan);
        Assert.Equal(Yuan(expect.GetProperty("open")), (await desk.OpenAsync()).Yuan);
        Assert.Equal("余额不足", (await desk.LinesAsync(batch)).Single(l => l.State == DebitLineState.Failed).Reason);
        Assert.Equal(DebitBatchState.Settled, await desk.StateAsync(batch));
        Assert.All(await desk.Desk.See(db => db.Payments.Include(p => p.Tenders).ToListAsync()), p => Assert.Equal((PaymentMethod.DirectDebit, desk.Today, 13), (p.Method, p.PaidOn, p.Tenders[0].TransactionId!.Length)));
        Assert.Equal((await desk.PaidAsync()).Fen, await desk.Desk.See(db => db.JournalLines.Where(l => l.Account == Account.Bank).SumAsync(l => l.Amount.Fen)));

        var before = await desk.PictureAsync();
        await desk.ImportAsync(batch, answer);
        Assert.Equal("no change", expect.GetProperty("secondImport").GetString());
        Assert.Equal(before, await desk.PictureAsync());
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task The_file_is_the_same_however_often_it_is_fetched_and_no_number_is_left_out()
    {
        var desk = await DebitDesk.OpenAsync(BankFile.Bars, 10m);
        var given = await desk.MakeAsync();
        await desk.Desk.In((DebitBatches b) => b.CancelAsync(given));
        var (batch, first) = await desk.SendAsync();
        var hash = await desk.Desk.See(db => db.DebitBatches.Where(b => b.Id == batch).Select(b => b.FileHash).SingleAsync());

        Assert.Equal(first, await desk.ExportAsync(batch));

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(first)), hash);
        await desk.ImportAsync(batch, desk.Answer(first, 1));
        var (_, next) = await desk.SendAsync();
        Assert.Equal(("000001", "000002"), (desk.Bank.Read(first).Number, desk.Bank.Read(next).Number));
        Assert.DoesNotContain(DebitDesk.Account(0), await desk.PictureAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_exports_at_once_send_one_file_out()
    {
        var desk = await DebitDesk.OpenAsync(BankFile.Fixed, 10m, 20m);
        var batch = await desk.MakeAsync();

        var files = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => desk.ExportAsync(batch))));

        Assert.All(files, f => Assert.Equal(files[0], f));
        Assert.Equal([1], await desk.Desk.See(db => db.DebitBatches.Select(b => b.Number!.Value).ToListAsync()));
    }

    [Fact]
    public async Task Six_imports_at_once_book_once()
    {
        var desk = await DebitDesk.OpenAsync(BankFile.Bars, 10m, 20m, 30m, 40m);
        var (batch, sent) = await desk.SendAsync();
        var answer = desk.Answer(sent, 3);

        var kept = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => desk.ImportAsync(batch, answer))));

        Assert.Single(kept.Distinct());
        Assert.Equal((3, Money.Exact(70m)), (await desk.Desk.See(db => db.Payments.CountAsync()), await desk.PaidAsync()));
        Assert.Equal(DebitBatchState.Settled, await desk.StateAsync(batch));
        await desk.AssertSoundAsync();
    }

    /// <summary>Whatever line the booking dies at, what was booked stays, and the next import takes the rest.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(39)]
    [InlineData(41)]
    [InlineData(44)]
    public async Task A_crash_in_the_middle_is_taken_up_again(int line)
    {
        var desk = await DebitDesk.OpenAsync(BankFile.Bars, [.. Enumerable.Range(1, 45).Select(i => 1m * i)]);
        var (batch, sent) = await desk.SendAsync();
        var answer = desk.Answer(sent, 7);

        await Assert.ThrowsAsync<TimeoutException>(() => DyingAsync(desk, batch, answer, line));
        var booked = await desk.Desk.See(db => db.Payments.CountAsync());
        Assert.Equal(line > 40 ? 40 : 0, booked);
        Assert.Equal(DebitBatchState.Returned, await desk.StateAsync(batch));
        await desk.ImportAsync(batch, answer);

        var failed = desk.Bank.Read(sent).Lines.Single(l => l.Sequence == 7).Fen;
        Assert.Equal((44, new Money((45 * 46 / 2 * 100) - failed)), (await desk.Desk.See(db => db.Payments.CountAsync()), await desk.PaidAsync()));
        Assert.Equal(DebitBatchState.Settled, await desk.StateAsync(batch));
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task What_a_stop_left_over_is_booked_by_the_job()
    {
        var desk = await DebitDesk.OpenAsync(BankFile.Csv, 10m, 20m);
        var (batch, sent) = await desk.SendAsync();
        await Assert.ThrowsAsync<TimeoutException>(() => DyingAsync(desk, batch, desk.Answer(sent), 1));

        await desk.Desk.In((BookCollected b) => b.SweepAsync());
        await desk.Desk.In((BookCollected b) => b.SweepAsync());

        Assert.Equal(Money.Exact(30m), await desk.PaidAsync());
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task A_code_that_nobody_described_waits_for_a_person()
    {
        var desk = await DebitDesk.OpenAsync(BankFile.Bars, 10m, 20m, 30m);
        var (batch, sent) = await desk.SendAsync();

        await desk.ImportAsync(batch, desk.Answer(sent, l => l.Sequence == 1 ? BankSim.Paid : "9999"));

        var held = (await desk.LinesAsync(batch)).Where(l => l.State == DebitLineState.Held).ToList();
        Assert.Equal(2, held.Count);
        Assert.Equal(2, (await desk.Desk.In((DebitQueries q) => q.WaitingAsync())).Count);
        Assert.Equal(Money.Exact(10m), await desk.PaidAsync());
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Desk.In((DecideDebitLine d) => d.CollectedAsync(held[0].Id, desk.Today.AddDays(1), "来电确认")));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Desk.In((DecideDebitLine d) => d.CollectedAsync(held[0].Id, desk.Today, " ")));
        await desk.Desk.In((DecideDebitLine d) => d.CollectedAsync(held[0].Id, desk.Today, "来电确认"));
        await desk.Desk.In((DecideDebitLine d) => d.FailedAsync(held[1].Id, "银行说没有扣"));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Desk.In((DecideDebitLine d) => d.FailedAsync(held[0].Id, "再来")));

        Assert.Equal(Money.Exact(30m), await desk.PaidAsync());
        Assert.Equal(DebitBatchState.Settled, await desk.StateAsync(batch));
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task A_second_answer_that_says_otherwise_is_refused_with_its_line()
    {
        var desk = await DebitDesk.OpenAsync(BankFile.Bars, 10m, 20m, 30m);
        var (batch, sent) = await desk.SendAsync();
        await desk.ImportAsync(batch, desk.Answer(sent, l => l.Sequence switch { 1 => BankSim.Paid, 2 => BankSim.NoMoney, _ => "9999" }));
        var before = await desk.PictureAsync();

        var refused = await desk.RefusedAsync(batch, desk.Answer(sent, l => l.Sequence == 3 ? "9999" : BankSim.Paid));

        Assert.Equal([2, "业主2", BankSim.NoMoney, BankSim.Paid], refused.Arguments);
        Assert.Equal(before, await desk.PictureAsync());
        await desk.ImportAsync(batch, desk.Answer(sent, 2));
        Assert.Equal(Money.Exact(40m), await desk.PaidAsync());
        await desk.AssertSoundAsync();
    }

    [Fact]
    public async Task Limits_and_days_of_mandates_and_other_batches_leave_bills_out()
    {
        var desk = await DebitDesk.OpenAsync(BankFile.Bars, 10m, 20m, 30m, 40m);
        var mandates = await desk.Desk.See(db => db.Mandates.OrderBy(m => m.AgreementNumber).Select(m => m.Id).ToListAsync());
        await ChangeAsync(0, new MandateTerms("工商银行", "业主1", "XY0001", new DateOnly(2024, 1, 1), null, Money.Exact(9.99m)));
        await ChangeAsync(1, new MandateTerms("工商银行", "业主2", "XY0002", new DateOnly(2024, 1, 1), desk.Today.AddDays(-1), null));
        await desk.Desk.In((MandateRoom m) => m.EndAsync(mandates[2]));

        var preview = await desk.Desk.In((DebitCandidates c) => c.PreviewAsync(desk.Everything));

        Assert.Equal([("业主1", LeftOutReason.OverLimit), ("业主2", LeftOutReason.MandateNotValid)], preview.Plan.LeftOut.Select(l => (l.Bill.OwnerName, l.Reason)));
        Assert.Equal((new LineSum(1, Money.Exact(40m)), new LineSum(1, Money.Exact(30m))), (preview.Plan.Sum, preview.WithoutMandate));
        await desk.MakeAsync();
        preview = await desk.Desk.In((DebitCandidates c) => c.PreviewAsync(desk.Everything));
        Assert.Contains(preview.Plan.LeftOut, l => l is { Reason: LeftOutReason.InAnotherBatch, Bill.OwnerName: "业主4" });
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Desk.In((DebitBatches b) => b.MakeAsync(desk.Layout, desk.Everything, new LineSum(1, Money.Exact(40m)))));

        Task ChangeAsync(int i, MandateTerms terms) => desk.Desk.In((MandateRoom m) => m.ChangeAsync(mandates[i], terms, null));
    }

    [Fact]
    public async Task Two_batches_at_once_collect_each_bill_once()
    {
        var desk = await DebitDesk.OpenAsync(BankFile.Bars, 10m, 20m);
        var sum = (await desk.Desk.In((DebitCandidates c) => c.PreviewAsync(desk.Everything))).Plan.Sum;

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => desk.Desk.In((DebitBatches b) => b.MakeAsync(desk.Layout, desk.Everything, sum))))));

        Assert.Single(answers, a => a is null);
        Assert.All(answers.Where(a => a is not null), a => Assert.IsType<RuleViolation>(a));
        Assert.Equal(2, await desk.Desk.See(db => db.DebitLineBills.CountAsync()));
    }

    [Fact]
    public async Task An_owner_has_one_mandate_and_its_account_is_kept_encrypted()
    {
        var desk = await DebitDesk.OpenAsync(BankFile.Bars, 10m);

        await Assert.ThrowsAsync<RuleViolation>(() => desk.MandateAsync(0));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Desk.In((MandateRoom m) => m.AddAsync(desk.Owners[0].Id, new MandateTerms("银行", "户名", "1", desk.Today, null, null), "12345")));

        var kept = await desk.Desk.See(db => db.Mandates.AsNoTracking().SingleAsync());
        Assert.Equal(DebitDesk.Account(0)[^4..], kept.AccountTail);
        Assert.DoesNotContain(DebitDesk.Account(0), kept.AccountCipher, StringComparison.Ordinal);
        await desk.Desk.In((MandateRoom m) => m.EndAsync(kept.Id));
        await desk.MandateAsync(0);
    }

    private static decimal Yuan(JsonElement text) => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    // The program dies while it books the line at this place.
    private static async Task DyingAsync(DebitDesk desk, Guid batch, byte[] answer, int line)
    {
        await using var scope = desk.Desk.Enter();
        var services = scope.ServiceProvider;
        var (db, clock) = (services.GetRequiredService<DeskDbContext>(), services.GetRequiredService<TimeProvider>());
        var book = new BookCollected(db, new PaymentBooking(db, new DyingClock(clock, line)), clock);
        await new TakeReturn(db, services.GetRequiredService<DebitCandidates>(), book, services.GetRequiredService<IPersonalDataCipher>(), clock).RunAsync(batch, new NewFile("return.txt", answer));
    }

    /// <summary>Is asked a number of times for each booked line, and gives up at one of them.</summary>
    private sealed class DyingClock(TimeProvider clock, int line) : TimeProvider
    {
        // Today for the waivers that wait, today for the ledger, and the instant of the booking.
        private const int AskedPerLine = 3;
        private int _asked;

        public override DateTimeOffset GetUtcNow() => ++_asked > (line - 1) * AskedPerLine ? throw new TimeoutException() : clock.GetUtcNow();
    }
}
