using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Search;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Payments;

/// <summary>The collector's page: find the payer, see what is due, take the money. All of it works by keyboard.</summary>
public sealed class TakeModel(OwnerDuesQuery dues, TakePayment payments, ShiftQueries shifts, TakePageQueries page, PayOnline online, ChannelCheck channels) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? OwnerId { get; set; }

    [BindProperty]
    public PaymentInput Input { get; set; } = new();

    /// <summary>None before an owner is chosen.</summary>
    public OwnerDues? Dues { get; private set; }

    /// <summary>Whoever asks has an open shift at the owner's community, and may take cash.</summary>
    public bool HasShift { get; private set; }

    /// <summary>What the owner tried to pay online lately.</summary>
    public IReadOnlyList<OrderRow> Tries { get; private set; } = [];

    /// <summary>What the bank could not collect and is still owed; null where there is none.</summary>
    public FailedDebit? FailedDebit { get; private set; }

    /// <summary>Channels by whose code the owner can pay at the desk.</summary>
    public IReadOnlyList<ChannelKind> Channels { get; private set; } = [];

    /// <summary>What whoever asks should know before a word is said.</summary>
    public IReadOnlyList<DeskFlag> Flags { get; private set; } = [];

    /// <summary>The receipt that has the typed number already; null where it is new.</summary>
    public RepeatedReference? Repeated { get; private set; }

    /// <summary>Shown where no owner is chosen yet.</summary>
    public IReadOnlyList<PaymentRow> Latest { get; private set; } = [];

    public override async Task LoadAsync()
    {
        Latest = OwnerId is null ? await page.LatestAsync() : [];
        Tries = OwnerId is { } payer ? await page.TriesAsync(payer) : [];
        FailedDebit = OwnerId is { } debtor ? await page.FailedDebitAsync(debtor) : null;
        Channels = OwnerId is null ? [] : await page.ChannelsAsync();
        (Dues, Flags) = OwnerId is { } owner ? (await dues.FindAsync(owner), await page.FlagsAsync(owner)) : (null, []);
        HasShift = Dues is not null && (await shifts.OwnAsync()).Exists(s => s.CommunityId == Dues.CommunityId);
        // A refused request booked nothing; the page that is shown now is a new one.
        Input.RequestId = Guid.NewGuid();
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.Amount = Dues?.Total.Yuan ?? 0;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || OwnerId is not { } owner)
        {
            await LoadAsync();
            return Page();
        }

        var tenders = Input.Tenders();
        Repeated = Input.IsSameMoney ? null : await page.RepeatedAsync(Input.RequestId, tenders);
        if (Repeated is { } repeated)
        {
            throw new RuleViolation("单号 {0} 已用于收据 {1}：{2}，{3}，{4}。请核对是不是重复收款。", [repeated.Reference, repeated.Receipt, repeated.Owner, Show.Day(repeated.On), repeated.Amount], "Input.Reference");
        }

        await channels.EndAllAsync(owner, Input.TakeAnyway, cancel);
        var taken = await payments.RunAsync(new PaymentRequest(Input.RequestId, owner, Input.BillIds, new Money(Input.SeenFen), tenders, Input.RestToPurse));
        return RedirectToPage("/Payments/Taken", new { id = taken.PaymentId, handed = Input.Method == PaymentMethod.Cash ? Input.Handed : null });
    }

    /// <summary>Shows a channel's code that the owner scans at the desk; the money is booked by the channel's own word.</summary>
    public async Task<IActionResult> OnPostOnlineAsync(ChannelKind kind, CancellationToken cancel)
    {
        var owner = OwnerId ?? throw new NotFoundException("Owner");
        var due = await dues.FindAsync(owner);
        if (due.Total.Fen != Input.SeenFen)
        {
            throw new RuleViolation("该业主的待收金额已由 {0} 变为 {1}：别人刚收过款或发布了新账单，请核对后再收。", [new Money(Input.SeenFen), due.Total]);
        }

        var chosen = due.Units.SelectMany(u => u.Bills).Where(b => b.Held is null && IsChosen(b.Id)).ToList();
        var order = await online.StartAsync(new PayOnlineRequest(Input.RequestId, owner, chosen.ConvertAll(b => b.Id), Money.Sum(chosen.Select(b => b.Outstanding)), kind.Code()), cancel);
        return RedirectToPage("/OnlinePayments/Order", new { id = order });
    }

    /// <summary>Takes a bill out of a batch that the bank has not got yet, so that it can be paid now.</summary>
    public async Task<IActionResult> OnPostTakeOutAsync(Guid billId, [FromServices] DebitBatches batches)
    {
        await batches.TakeOutBillAsync(billId);
        Say(Texts.Of("已移出托收，现在可以收款。"));
        return RedirectToPage(new { OwnerId });
    }

    /// <summary>Whether the bill is ticked: all are, unless some were chosen.</summary>
    public bool IsChosen(Guid billId) => Input.BillIds.Count == 0 || Input.BillIds.Contains(billId);
}
