using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PropertyDesk.Application.Channels;
using PropertyDesk.Application.Owners;
using PropertyDesk.Application.Payments;
using PropertyDesk.Application.Shifts;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Channels;
using PropertyDesk.Domain.Payments;
using PropertyDesk.Web.Hosting;

namespace PropertyDesk.Web.Pages.Payments;

/// <summary>The collector's page: find the payer, see what is due, take the money. All of it works by keyboard.</summary>
public sealed class TakeModel(OwnerDuesQuery dues, TakePayment payments, ShiftQueries shifts, TakePageQueries page, PayOnline online) : DeskPage
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

    /// <summary>Channels by whose code the owner can pay at the desk.</summary>
    public IReadOnlyList<ChannelKind> Channels { get; private set; } = [];

    /// <summary>Shown where no owner is chosen yet.</summary>
    public IReadOnlyList<PaymentRow> Latest { get; private set; } = [];

    public override async Task LoadAsync()
    {
        Latest = OwnerId is null ? await page.LatestAsync() : [];
        Tries = OwnerId is { } payer ? await page.TriesAsync(payer) : [];
        Channels = OwnerId is null ? [] : await page.ChannelsAsync();
        Dues = OwnerId is { } owner ? await dues.FindAsync(owner) : null;
        HasShift = Dues is not null && (await shifts.OwnAsync()).Exists(s => s.CommunityId == Dues.CommunityId);
        // A refused request booked nothing; the page that is shown now is a new one.
        Input.RequestId = Guid.NewGuid();
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.Amount = Dues?.Total.Yuan ?? 0;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid || OwnerId is not { } owner)
        {
            await LoadAsync();
            return Page();
        }

        var taken = await payments.RunAsync(new PaymentRequest(
            Input.RequestId, owner, Input.BillIds, new Money(Input.SeenFen), Input.Tenders(), Input.RestToPurse));
        return RedirectToPage("/Payments/Taken", new { id = taken.PaymentId });
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

        var chosen = due.Units.SelectMany(u => u.Bills).Where(b => IsChosen(b.Id)).ToList();
        var order = await online.StartAsync(new PayOnlineRequest(Input.RequestId, owner, chosen.ConvertAll(b => b.Id), Money.Sum(chosen.Select(b => b.Outstanding)), kind.Code()), cancel);
        return RedirectToPage("/OnlinePayments/Order", new { id = order });
    }

    /// <summary>Whether the bill is ticked: all are, unless some were chosen.</summary>
    public bool IsChosen(Guid billId) => Input.BillIds.Count == 0 || Input.BillIds.Contains(billId);

    public sealed class PaymentInput
    {
        /// <summary>Made when the page was opened, so that one page books once.</summary>
        public Guid RequestId { get; set; }

        /// <summary>All that was due when the page was shown, in fen.</summary>
        public long SeenFen { get; set; }

        public List<Guid> BillIds { get; set; } = [];

        [Range(0.01, 100_000_000, ErrorMessage = "收款金额须大于 0。")]
        public decimal Amount { get; set; }

        public PaymentMethod Method { get; set; }

        [StringLength(64)]
        public string? Reference { get; set; }

        /// <summary>A part of the amount that is paid in another way.</summary>
        [Range(0.01, 100_000_000, ErrorMessage = "收款金额须大于 0。")]
        public decimal? OtherAmount { get; set; }

        public PaymentMethod OtherMethod { get; set; } = PaymentMethod.QrCode;

        [StringLength(64)]
        public string? OtherReference { get; set; }

        /// <summary>What no bill needs is prepaid.</summary>
        public bool RestToPurse { get; set; }

        /// <exception cref="RuleViolation">The other part is as much as all of it.</exception>
        internal IReadOnlyList<Tender> Tenders() => OtherAmount is not { } other
            ? [new Tender(Method, Money.Exact(Amount), Reference)]
            : other < Amount
                ? [new Tender(Method, Money.Exact(Amount - other), Reference), new Tender(OtherMethod, Money.Exact(other), OtherReference)]
                : throw new RuleViolation("另一种方式的金额须小于本次收款。", field: "Input.OtherAmount");
    }
}
