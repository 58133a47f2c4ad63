using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Corrections;
using PropertyDesk.Application.Deliveries;
using PropertyDesk.Application.Files;
using PropertyDesk.Application.Owners;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Invoices;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Domain.Refunds;

namespace PropertyDesk.Application.Invoices;

/// <summary>What an owner fills in to get an invoice.</summary>
public sealed record WantedInvoice(InvoiceTitleKind Kind, string? Title, string? TaxNumber, string? Email);

/// <summary>Owners ask for invoices; the desk records the one that was issued outside, or says why there is none.</summary>
public sealed class InvoiceRequests(DeskDbContext db, Attachments attachments, AnswerMessages answers, TimeProvider clock)
{
    /// <summary>Money that went back, or is on its way back.</summary>
    private static readonly RefundState[] GoneBack = [RefundState.Approved, RefundState.Paying, RefundState.Done];

    /// <exception cref="NotFoundException">There is no such receipt, or it is somebody else's.</exception>
    /// <exception cref="RuleViolation">The title or tax number cannot be right, the money went back, or the receipt has a request already.</exception>
    public async Task<Guid> AskAsync(Guid receiptId, WantedInvoice wanted)
    {
        var receipt = NotFoundException.Check(
            await db.Receipts.Include(r => r.Payment.Owner).FirstOrDefaultAsync(r => r.Id == receiptId && db.Current.ActsForOwnerIds.Contains(r.Payment.OwnerId)), receiptId);
        var email = ContactText.Email(wanted.Email) ?? throw new RuleViolation("请填写接收发票的邮箱。", field: "Email");
        var title = new InvoiceTitle(wanted.Kind, wanted.Title, wanted.TaxNumber, email);
        var request = new InvoiceRequest(receipt, await InvoiceableAsync(receipt.Payment), title, db.Acting(clock));
        db.Add(request);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            throw new RuleViolation("这张收据已申请过发票。");
        }

        return request.Id;
    }

    /// <summary>Who asked takes it back while it waits.</summary>
    public async Task WithdrawAsync(Guid id)
    {
        var request = NotFoundException.Check(await db.InvoiceRequests.FirstOrDefaultAsync(r => r.Id == id && db.Current.ActsForOwnerIds.Contains(r.OwnerId)), id);
        request.Withdraw(db.Acting(clock));
        await SaveAsync();
    }

    /// <summary>Records the invoice that was issued outside.</summary>
    /// <exception cref="RuleViolation">The request was ended, the money went back meanwhile, or number, date or file cannot be right.</exception>
    public async Task IssueAsync(Guid id, string? number, DateOnly on, NewFile? file)
    {
        var request = await FindAsync(id);
        var now = await InvoiceableAsync(request.Receipt.Payment);
        if (now != request.Amount)
        {
            throw new RuleViolation("这张收据的可开票金额已由 {0} 变为 {1}，不能按申请开票；请写明原因退回申请。", [request.Amount, now]);
        }

        var stored = await attachments.AddInvoiceAsync(request.CommunityId, file ?? throw new RuleViolation("请选择发票文件。", field: "File"));
        request.Issue(number, on, stored, db.Acting(clock));
        await TellAsync(request, () => (Texts.Of("您申请的发票已开具"), Texts.Of("金额 {0}，发票号码 {1}，可以下载。", request.Amount, request.Number!)));
        await SaveAsync();
    }

    /// <summary>There will be no invoice; the owner reads why and may ask again.</summary>
    public async Task RefuseAsync(Guid id, string? reason)
    {
        var request = await FindAsync(id);
        request.Refuse(reason, db.Acting(clock));
        await TellAsync(request, () => (Texts.Of("您申请的发票没有开具"), request.Reason ?? ""));
        await SaveAsync();
    }

    /// <summary>What was paid and did not go back; zero where the receipt was taken back, or somebody has asked to.</summary>
    private async Task<Money> InvoiceableAsync(Payment payment)
    {
        if (await db.Payments.AnyAsync(p => p.ReversesId == payment.Id))
        {
            return Money.Zero;
        }

        var back = await db.Refunds.Where(r => r.PaymentId == payment.Id && GoneBack.Contains(r.State)).SumAsync(r => r.Amount.Fen);
        return new Money(Math.Max(0, payment.Amount.Fen - back));
    }

    private Task TellAsync(InvoiceRequest request, Func<(string, string)> words) => answers.AddAsync(request.OwnerId, $"invoice:{request.Id:n}", "invoices", words);

    private async Task<InvoiceRequest> FindAsync(Guid id) =>
        NotFoundException.Check(await db.InvoiceRequests.Include(r => r.Receipt.Payment).FirstOrDefaultAsync(r => r.Id == id), id);

    private async Task SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleViolation("这份发票申请已经处理过了。");
        }
    }
}
