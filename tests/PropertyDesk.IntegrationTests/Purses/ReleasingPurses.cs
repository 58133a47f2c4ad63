using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Ledger;
using PropertyDesk.Application.Purses;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Payments;
using PropertyDesk.IntegrationTests.Billing;
using UglyToad.PdfPig;

namespace PropertyDesk.IntegrationTests.Purses;

/// <summary>Money of one class made free for another: a reason, and two people.</summary>
public sealed class ReleasingPurses
{
    [Fact]
    public async Task Another_person_approves_and_the_money_changes_its_class_with_a_numbered_document()
    {
        var desk = await PurseDesk.OpenAsync();
        var release = await AskAsync(desk, 80m);
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.Desk.As(desk.Collector, Role.Manager, (ReleasePurse r) => r.ApproveAsync(release, null)));
        await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.Desk.As(Guid.NewGuid(), Role.Collector, (ReleasePurse r) => r.ApproveAsync(release, null)));
        Assert.Equal(Money.Exact(100m), await desk.BalanceAsync(desk.Li, PurseClass.Parking));

        await ApproveAsync(desk, release);

        Assert.Equal((Money.Exact(20m), Money.Exact(80m)), (await desk.BalanceAsync(desk.Li, PurseClass.Parking), await desk.BalanceAsync(desk.Li, PurseClass.Property)));
        var row = await desk.Till.WithAsync((PurseQueries q) => q.ReleaseAsync(release));
        Assert.Equal((CorrectionState.Approved, "P-000001", nameof(Role.Manager)), (row.State, row.Number, row.DecidedBy));
        var journal = Assert.Single((await desk.Till.WithAsync((JournalQueries q) => q.ListAsync(JournalKind.PurseReleased, null, null, 1))).Rows);
        Assert.Equal("P-000001", journal.Source);
        Assert.Empty(await desk.Till.WithAsync((PurseQueries q) => q.WaitingAsync()));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Two_approvals_at_once_move_it_once()
    {
        var desk = await PurseDesk.OpenAsync();
        var release = await AskAsync(desk, 60m);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => ApproveAsync(desk, release)))));

        Assert.Single(answers, a => a is null);
        Assert.All(answers.Where(a => a is not null), a => Assert.IsType<RuleViolation>(a));
        Assert.Equal((Money.Exact(40m), Money.Exact(60m)), (await desk.BalanceAsync(desk.Li, PurseClass.Parking), await desk.BalanceAsync(desk.Li, PurseClass.Property)));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Two_releases_of_the_same_money_move_it_once()
    {
        var desk = await PurseDesk.OpenAsync();
        var first = await AskAsync(desk, 100m);
        var second = await desk.Till.Desk.As(desk.Collector, Role.Collector, (ReleasePurse r) => r.RequestAsync(desk.Li.Id, PurseClass.Parking, PurseClass.General, Money.Exact(100m), "车位已退"));

        await ApproveAsync(desk, first);
        await Assert.ThrowsAsync<RuleViolation>(() => ApproveAsync(desk, second));

        Assert.Equal((Money.Zero, Money.Zero), (await desk.BalanceAsync(desk.Li, PurseClass.Parking), await desk.BalanceAsync(desk.Li, PurseClass.General)));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task No_reason_the_same_class_and_more_than_there_is_are_refused_and_a_rejection_moves_nothing()
    {
        var desk = await PurseDesk.OpenAsync();
        var release = await AskAsync(desk, 10m);
        Task Ask(PurseClass to, decimal yuan, string? reason) => desk.Till.WithAsync((ReleasePurse r) => r.RequestAsync(desk.Li.Id, PurseClass.Parking, to, Money.Exact(yuan), reason));

        await Assert.ThrowsAsync<RuleViolation>(() => Ask(PurseClass.Property, 10m, ""));
        await Assert.ThrowsAsync<RuleViolation>(() => Ask(PurseClass.Parking, 10m, "车位已退"));
        await Assert.ThrowsAsync<RuleViolation>(() => Ask(PurseClass.Property, 100.01m, "车位已退"));
        await desk.Till.Desk.As(desk.Manager, Role.Manager, (ReleasePurse r) => r.RejectAsync(release, "请业主签字"));
        await Assert.ThrowsAsync<RuleViolation>(() => ApproveAsync(desk, release));

        Assert.Equal(Money.Exact(100m), await desk.BalanceAsync(desk.Li, PurseClass.Parking));
        Assert.Equal(1, await desk.Till.SeeAsync(db => db.PurseReleases.CountAsync()));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task A_connection_cut_anywhere_moves_all_or_nothing()
    {
        var desk = await PurseDesk.OpenAsync();
        var release = await AskAsync(desk, 70m);

        var command = 1;
        while (await CommandCount.CutAtAsync(desk.Till.Desk, command, () => ApproveAsync(desk, release)))
        {
            Assert.Equal((Money.Exact(100m), Money.Zero), (await desk.BalanceAsync(desk.Li, PurseClass.Parking), await desk.BalanceAsync(desk.Li, PurseClass.Property)));
            command++;
        }

        Assert.InRange(command, 8, 60);
        Assert.Equal((Money.Exact(30m), Money.Exact(70m)), (await desk.BalanceAsync(desk.Li, PurseClass.Parking), await desk.BalanceAsync(desk.Li, PurseClass.Property)));
        await desk.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Prints_as_a_request_to_sign_until_it_is_approved_and_as_a_numbered_document_from_then_on()
    {
        var desk = await PurseDesk.OpenAsync();
        var release = await AskAsync(desk, 80m);
        using var collector = await desk.Till.Desk.SignInAsync(Role.Collector);
        async Task<string> PrintAsync()
        {
            using var pdf = PdfDocument.Open(await collector.GetByteArrayAsync($"/{desk.Till.Desk.Company.Slug}/purses/releases/{release}.pdf"));
            return string.Concat(pdf.GetPages().Select(p => p.Text)).Replace(" ", "", StringComparison.Ordinal);
        }

        var request = await PrintAsync();
        await ApproveAsync(desk, release);
        var document = await PrintAsync();

        Assert.All(["调剂申请", desk.Li.Name, "80.00", "捌拾元整", "车位已退", "业主签字"], part => Assert.Contains(part, request, StringComparison.Ordinal));
        Assert.All(["预存款调剂单", "P-000001", desk.Li.Name, "80.00", "经手人"], part => Assert.Contains(part, document, StringComparison.Ordinal));
        Assert.DoesNotContain("业主签字", document, StringComparison.Ordinal);
    }

    /// <summary>Li prepaid 100.00 for parking; a part is to be free for the property fee.</summary>
    private static async Task<Guid> AskAsync(PurseDesk desk, decimal yuan)
    {
        await desk.PrepayAsync(desk.Li, PurseClass.Parking, 100m);
        return await desk.Till.Desk.As(desk.Collector, Role.Collector, (ReleasePurse r) => r.RequestAsync(desk.Li.Id, PurseClass.Parking, PurseClass.Property, Money.Exact(yuan), "车位已退"));
    }

    private static Task ApproveAsync(PurseDesk desk, Guid release) => desk.Till.Desk.As(desk.Manager, Role.Manager, (ReleasePurse r) => r.ApproveAsync(release, null));
}
