using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application;
using PropertyDesk.Application.Archive;
using PropertyDesk.Application.Billing;
using PropertyDesk.Application.Calls;
using PropertyDesk.Application.Deposits;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Purses;
using PropertyDesk.Application.Refunds;
using PropertyDesk.Application.Search;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Ledger;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;
using PropertyDesk.IntegrationTests.Portal;

namespace PropertyDesk.IntegrationTests.Archive;

/// <summary>Two records of one person become one and two again; the books are whole at every step.</summary>
public sealed class MergingOwners
{
    [Fact]
    public async Task What_is_open_goes_with_its_entry_and_the_duplicate_is_in_no_list()
    {
        var desk = await PortalDesk.OpenAsync();
        var (zhang, li) = (desk.Zhang.Id, desk.Li.Id);
        await PayAsync(desk, li, 700);
        await desk.Till.WithAsync((HoldDeposits d) => d.TakeAsync(Guid.NewGuid(), li, "装修押金", new Tender(PaymentMethod.BankTransfer, Money.Exact(500m), "YJ1")));
        await desk.Till.WithAsync((OwnerNotes n) => n.AddAsync(li, Guid.NewGuid(), "曾用名李娜", false));
        var login = await desk.OwnerAsync(desk.Li);
        var (owed, prepaid) = (await OwedAsync(desk, zhang), await PrepaidAsync(desk, li));
        Assert.True(prepaid > Money.Zero);

        var preview = await desk.Till.WithAsync((MergeOwners m) => m.PreviewAsync(zhang, li));
        Assert.Empty(preview.Blocks);
        Assert.Equal((prepaid, Money.Exact(500m)), (preview.Prepaid, preview.Held));
        var request = Guid.NewGuid();
        var id = await desk.Till.WithAsync((MergeOwners m) => m.RunAsync(zhang, li, "同一身份证", request));
        Assert.Equal(id, await desk.Till.WithAsync((MergeOwners m) => m.RunAsync(zhang, li, "同一身份证", request)));

        await AuditAsync(desk);
        Assert.Equal((owed, prepaid, Money.Zero, Money.Zero), (await OwedAsync(desk, zhang), await PrepaidAsync(desk, zhang), await OwedAsync(desk, li), await PrepaidAsync(desk, li)));
        Assert.Equal(["3-2-1801", "3-2-1802", "3-2-1803"], (await desk.Till.WithAsync((OwnerQueries q) => q.FindAsync(zhang))).Units.Select(u => u.Code));
        Assert.Equal(zhang, await desk.Till.SeeAsync(db => db.Deposits.Select(d => d.OwnerId).SingleAsync()));
        Assert.Equal(zhang, await desk.Till.SeeAsync(db => db.Memberships.Where(m => m.Role == Role.Owner).Select(m => m.OwnerId).SingleAsync()));
        Assert.Equal([zhang], (await desk.Till.WithAsync((OwnerList l) => l.FindAsync(new OwnerFilter()))).Rows.Select(o => o.Id));
        Assert.Empty(await desk.Till.WithAsync((Callers c) => c.FindAsync("13900005678")));
        Assert.Equal([zhang], (await desk.Till.WithAsync((DeskSearch s) => s.FindAsync("3-2-1803"))).Select(h => h.OwnerId));
        // A receipt of before leads to whom the person is now.
        var receipt = await desk.Till.SeeAsync(db => db.Receipts.Where(r => r.Payment.OwnerId == li).Select(r => Receipt.Format(r.Book, r.Number)).SingleAsync());
        Assert.Equal([zhang], (await desk.Till.WithAsync((DeskSearch s) => s.FindAsync(receipt))).Select(h => h.OwnerId));
        Assert.Contains("3-2-1803", await desk.ReadAsync(login, "/Portal"), StringComparison.Ordinal);
        var manager = await desk.Desk.SignInAsync(Role.Manager);
        Assert.Contains("这份档案已并入", await desk.ReadAsync(manager, $"/Owners/Details/{li}"), StringComparison.Ordinal);
        Assert.Contains("曾用名李娜", await desk.ReadAsync(manager, $"/Owners/Notes/{zhang}"), StringComparison.Ordinal);
        Assert.Contains("同一身份证", await desk.ReadAsync(manager, $"/Purses/Owner/{zhang}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undone_at_once_everything_is_as_it_was()
    {
        var desk = await PortalDesk.OpenAsync();
        await PayAsync(desk, desk.Zhang.Id, 2000);
        await PayAsync(desk, desk.Li.Id, 100);
        await desk.Till.WithAsync((OwnerNotes n) => n.AddAsync(desk.Li.Id, Guid.NewGuid(), "记一下", false));
        var before = await PictureAsync(desk);

        var id = await desk.Till.WithAsync((MergeOwners m) => m.RunAsync(desk.Li.Id, desk.Zhang.Id, "同一个人", Guid.NewGuid()));
        Assert.Equal("zhang@example.com", await desk.Till.SeeAsync(db => db.Owners.Where(o => o.Id == desk.Li.Id).Select(o => o.Email).SingleAsync()));
        Assert.NotEqual(before, await PictureAsync(desk));
        await desk.Till.WithAsync((MergeOwners m) => m.UndoAsync(id));

        await AuditAsync(desk);
        Assert.Equal(before, await PictureAsync(desk));
        Assert.Equal("这次合并已经撤销了。", (await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((MergeOwners m) => m.UndoAsync(id)))).Key);
    }

    [Fact]
    public async Task What_was_paid_or_spent_since_stays_and_is_told_before()
    {
        var desk = await PortalDesk.OpenAsync();
        await PayAsync(desk, desk.Li.Id, 700);
        var id = await desk.Till.WithAsync((MergeOwners m) => m.RunAsync(desk.Li.Id, desk.Zhang.Id, "同一个人", Guid.NewGuid()));
        await PayAsync(desk, desk.Li.Id, 300);
        var open = await desk.Till.SeeAsync(db => db.Bills.Where(b => b.OwnerId == desk.Li.Id && b.Outstanding.Fen != 0).CountAsync());

        var preview = await desk.Till.WithAsync((MergeOwners m) => m.PreviewUndoAsync(id));
        Assert.Empty(preview.Blocks);
        Assert.NotEmpty(preview.Notes);
        await desk.Till.WithAsync((MergeOwners m) => m.UndoAsync(id));

        await AuditAsync(desk);
        var back = await desk.Till.SeeAsync(db => db.Bills.CountAsync(b => b.OwnerId == desk.Zhang.Id && b.Outstanding.Fen != 0));
        Assert.Equal(preview.Goes.Single(g => g.Table == "Bill").Rows, back);
        Assert.InRange(back, 1, open);
    }

    [Fact]
    public async Task What_is_under_way_stands_in_the_way_and_nothing_is_moved()
    {
        var desk = await PortalDesk.OpenAsync();
        async Task<string> RefusedAsync(Guid survivor, Guid duplicate, string? reason = "同一个人")
        {
            var rule = await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((MergeOwners m) => m.RunAsync(survivor, duplicate, reason, Guid.NewGuid())));
            return Texts.Of(rule);
        }

        Assert.Contains("另一份档案", await RefusedAsync(desk.Zhang.Id, desk.Zhang.Id), StringComparison.Ordinal);
        Assert.Contains("为什么", await RefusedAsync(desk.Zhang.Id, desk.Li.Id, " "), StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotFoundException>(() => desk.Till.WithAsync((MergeOwners m) => m.RunAsync(desk.Zhang.Id, desk.Till.Foreign.Li.Id, "同一个人", Guid.NewGuid())));
        await desk.Till.WithAsync((BillRuns r) => r.DraftAsync(desk.Till.Own.Community.Id, new BillingMonth(2025, 5)));
        var before = await PictureAsync(desk);
        Assert.Contains("未发布的账单", await RefusedAsync(desk.Zhang.Id, desk.Li.Id), StringComparison.Ordinal);
        Assert.Contains("张伟", (await desk.Till.WithAsync((MergeOwners m) => m.PreviewAsync(desk.Zhang.Id, desk.Li.Id))).Blocks[0], StringComparison.Ordinal);
        await desk.Till.SeeAsync(async db =>
        {
            var unit = await db.Units.SingleAsync(u => u.Code == "3-2-1803");
            db.Add(new Ownership(unit, await db.Owners.SingleAsync(o => o.Id == desk.Zhang.Id), new DateOnly(2024, 2, 1), 1, 0.5m));
            return await db.SaveChangesAsync();
        });
        Assert.Contains("3-2-1803 的产权", await RefusedAsync(desk.Zhang.Id, desk.Li.Id), StringComparison.Ordinal);
        Assert.Equal(0, await desk.Till.SeeAsync(db => db.OwnerMerges.CountAsync()));
        Assert.Empty(before.Except(await PictureAsync(desk), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Old_money_of_a_merged_record_moves_only_after_undoing()
    {
        var desk = await PortalDesk.OpenAsync();
        await PayAsync(desk, desk.Li.Id, 700);
        var paid = await desk.Till.SeeAsync(db => db.Payments.Select(p => p.Id).SingleAsync());
        var id = await desk.Till.WithAsync((MergeOwners m) => m.RunAsync(desk.Zhang.Id, desk.Li.Id, "同一个人", Guid.NewGuid()));

        Assert.Contains("请先撤销合并", (await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((RefundRoom r) => r.VoidAsync(paid, "收错户")))).Key, StringComparison.Ordinal);
        Assert.Contains("请先撤销合并", (await Assert.ThrowsAsync<RuleViolation>(() => desk.Till.WithAsync((RefundRoom r) => r.RequestReversalAsync(paid, "收错户")))).Key, StringComparison.Ordinal);
        Assert.Contains("请先撤销合并", (await Assert.ThrowsAsync<RuleViolation>(() => PayAsync(desk, desk.Li.Id, 10))).Key, StringComparison.Ordinal);

        await desk.Till.WithAsync((MergeOwners m) => m.UndoAsync(id));
        await TakeBackAsync(desk, paid);
        await AuditAsync(desk);
    }

    [Fact]
    public async Task Likely_duplicates_are_proposed_and_merged_on_their_pages_by_a_manager()
    {
        var desk = await PortalDesk.OpenAsync();
        var twin = await desk.Till.SeeAsync(async db =>
        {
            var owner = new Owner(await db.Communities.SingleAsync(), "张伟");
            owner.SetContact("13812341234", null);
            db.Add(owner);
            await db.SaveChangesAsync();
            return owner.Id;
        });
        var pair = Assert.Single(await desk.Till.WithAsync((MergeQueries q) => q.LikelyAsync(desk.Till.Own.Community.Id)));
        Assert.Equal((desk.Zhang.Id, twin, LikeReason.Phone), (pair.Stays.Id, pair.Goes.Id, pair.Reason));
        var (manager, clerk) = (await desk.Desk.SignInAsync(Role.Manager), await desk.Desk.SignInAsync(Role.ServiceDesk));
        Assert.Equal(HttpStatusCode.Forbidden, await desk.StatusAsync(clerk, "/Owners/Merging"));
        Assert.Contains("138****1234", await desk.ReadAsync(manager, "/Owners/Merging"), StringComparison.Ordinal);

        var page = $"/Owners/Merging/Pair/{desk.Zhang.Id}?with={twin}";
        Assert.Contains("会移到保留档案的", await desk.ReadAsync(manager, page), StringComparison.Ordinal);
        var empty = await desk.PostAsync(manager, page, ("RequestId", Guid.NewGuid().ToString()), ("Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.PostAsync(manager, page, ("RequestId", Guid.NewGuid().ToString()), ("Reason", "重复登记"))).Status);
        var id = await desk.Till.SeeAsync(db => db.OwnerMerges.Select(m => m.Id).SingleAsync());
        Assert.Empty(await desk.Till.WithAsync((MergeQueries q) => q.LikelyAsync(desk.Till.Own.Community.Id)));
        Assert.Contains("撤销会怎样", await desk.ReadAsync(manager, $"/Owners/Merging/Merge/{id}"), StringComparison.Ordinal);
        await desk.PostAsync(manager, $"/Owners/Merging/Merge/{id}?handler=Undo");
        Assert.Single(await desk.Till.WithAsync((MergeQueries q) => q.LikelyAsync(desk.Till.Own.Community.Id)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_happens_between_merges_and_undoings_the_books_are_whole(int seed)
    {
        var (desk, random) = (await PortalDesk.OpenAsync(), new Random(seed));
        var (cashier, merges, done, refused) = (Guid.NewGuid(), new Stack<Guid>(), 0, 0);
        for (var step = 0; step < 20; step++)
        {
            var owner = random.Next(2) == 0 ? desk.Zhang.Id : desk.Li.Id;
            try
            {
                switch (random.Next(7))
                {
                    case 0 or 1:
                        await PayAsync(desk, owner, random.Next(1, 900), cashier);
                        break;
                    case 2:
                        await desk.Till.WithAsync(async (ApplyPurse a) =>
                        {
                            var plan = await a.PlanAsync(owner, []);
                            await a.RunAsync(new PurseUseRequest(Guid.NewGuid(), owner, [], Money.Sum(plan.Select(p => p.Amount))));
                        });
                        break;
                    case 3:
                        var paid = await desk.Till.SeeAsync(db => db.Payments.Where(p => p.ReversesId == null && p.Amount.Fen > 0).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync());
                        if (paid.Count > 0)
                        {
                            await TakeBackAsync(desk, paid[random.Next(paid.Count)]);
                        }

                        break;
                    case 4:
                        await desk.Till.WithAsync((HoldDeposits d) => d.TakeAsync(Guid.NewGuid(), owner, "押金", new Tender(PaymentMethod.BankTransfer, new Money(random.Next(1, 50_000)), Guid.NewGuid().ToString("n"))));
                        break;
                    case 5:
                        merges.Push(await desk.Till.WithAsync((MergeOwners m) => m.RunAsync(owner, owner == desk.Zhang.Id ? desk.Li.Id : desk.Zhang.Id, "同一个人", Guid.NewGuid())));
                        done++;
                        break;
                    default:
                        if (merges.TryPop(out var merge))
                        {
                            await desk.Till.WithAsync((MergeOwners m) => m.UndoAsync(merge));
                        }

                        break;
                }
            }
            catch (RuleViolation)
            {
                // A rule may say no; what it leaves must be whole as well.
                refused++;
            }

            await AuditAsync(desk);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}: {done} merges, {refused} refused");
        Assert.InRange(refused, 0, 15);
        if (done == 0)
        {
            merges.Push(await desk.Till.WithAsync((MergeOwners m) => m.RunAsync(desk.Zhang.Id, desk.Li.Id, "同一个人", Guid.NewGuid())));
            await AuditAsync(desk);
        }
    }

    // Beside the laws of the audit: what each record owes is what its entries say, bill by bill of whoever has it.
    private static async Task AuditAsync(PortalDesk desk)
    {
        Assert.Empty((await desk.Till.AuditAsync()).Broken);
        Assert.Equal(0, await desk.Till.SeeAsync(db => db.BillLines.CountAsync(l => l.OwnerId != l.Bill.OwnerId)));
        var purses = await desk.Till.SeeAsync(db => db.Purses.Where(p => db.Owners.Any(o => o.Id == p.OwnerId && o.MergedIntoId != null) && p.Balance.Fen < 0).CountAsync());
        Assert.Equal(0, purses);
        var held = await desk.Till.SeeAsync(async db => (
            await db.JournalLines.Where(l => l.Account == Account.DepositHeld).GroupBy(l => l.OwnerId!.Value).Select(g => new { g.Key, Fen = -g.Sum(l => l.Amount.Fen) }).Where(g => g.Fen != 0).ToDictionaryAsync(g => g.Key, g => g.Fen),
            await db.Deposits.GroupBy(d => d.OwnerId).Select(g => new { g.Key, Fen = g.Sum(d => d.Held.Fen) }).Where(g => g.Fen != 0).ToDictionaryAsync(g => g.Key, g => g.Fen)));
        Assert.Equal(held.Item2.OrderBy(h => h.Key), held.Item1.OrderBy(h => h.Key));
    }

    private static async Task PayAsync(PortalDesk desk, Guid owner, int yuan, Guid? cashier = null)
    {
        var dues = await desk.Till.WithAsync((OwnerDuesQuery q) => q.FindAsync(owner));
        var request = new PaymentRequest(Guid.NewGuid(), owner, [], dues.Total, [new Tender(PaymentMethod.BankTransfer, Money.Exact(yuan), Guid.NewGuid().ToString("n"))], RestToPurse: true);
        await desk.Desk.As(cashier ?? Guid.NewGuid(), Role.Collector, (TakePayment t) => t.RunAsync(request));
    }

    private static async Task TakeBackAsync(PortalDesk desk, Guid payment)
    {
        var (asks, decides) = (Guid.NewGuid(), Guid.NewGuid());
        var refund = await desk.Desk.As(asks, Role.Collector, (RefundRoom r) => r.RequestReversalAsync(payment, "收错户"));
        try
        {
            await desk.Desk.As(decides, Role.Manager, (RefundRoom r) => r.ApproveAsync(refund, "同意"));
            await desk.Desk.As(asks, Role.Collector, (RefundRoom r) => r.CarryOutAsync(refund, PaymentMethod.BankTransfer, Guid.NewGuid().ToString("n")));
        }
        catch (RuleViolation)
        {
            // The purse has less by now: it is not carried out, and stands in the way of nothing.
            await desk.Desk.As(asks, Role.Collector, (RefundRoom r) => r.WithdrawAsync(refund));
            throw;
        }
    }

    private static async Task<Money> OwedAsync(PortalDesk desk, Guid owner) => (await desk.Till.WithAsync((OwnerQueries q) => q.FindAsync(owner))).Outstanding;

    private static async Task<Money> PrepaidAsync(PortalDesk desk, Guid owner) => (await desk.Till.WithAsync((OwnerQueries q) => q.FindAsync(owner))).Prepaid;

    private static Task<List<string>> PictureAsync(PortalDesk desk) => desk.Till.SeeAsync(async db => new List<string>(
    [
        .. (await db.Owners.OrderBy(o => o.Id).Select(o => new { o.Id, o.Phone, o.Email, HasNumber = o.IdNumberCipher != null, o.MergedIntoId }).ToListAsync()).Select(o => $"owner {o}"),
        .. (await db.Bills.OrderBy(b => b.Id).Select(b => new { b.Id, b.OwnerId, b.Outstanding }).ToListAsync()).Select(b => $"bill {b}"),
        .. (await db.BillLines.OrderBy(b => b.Id).Select(b => new { b.Id, b.OwnerId }).ToListAsync()).Select(b => $"line {b}"),
        .. (await db.Ownerships.OrderBy(o => o.Id).Select(o => new { o.Id, o.OwnerId }).ToListAsync()).Select(o => $"ownership {o}"),
        .. (await db.OwnerNotes.OrderBy(n => n.Id).Select(n => new { n.Id, n.OwnerId }).ToListAsync()).Select(n => $"note {n}"),
        .. (await db.Purses.Where(p => p.Balance.Fen != 0).OrderBy(p => p.Id).Select(p => new { p.Id, p.OwnerId, p.Balance }).ToListAsync()).Select(p => $"purse {p}"),
    ]));
}
