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
public sealed class TakeModel(OwnerDuesQuery dues, TakePayment payments, ShiftQueries shifts, TakePageQueries page, UsedSlips slips, PayOnline online, ChannelCheck channels) : DeskPage
{
    private const int SoManyTimes = 10;

    [BindProperty(SupportsGet = true)]
    public Guid? OwnerId { get; set; }

    [BindProperty]
    public PaymentInput Input { get; set; } = new();

    /// <summary>The flat that was searched for: only its bills are ticked, whatever else the owner has.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    /// <summary>None before an owner is chosen.</summary>
    public OwnerDues? Dues { get; private set; }

    /// <summary>Whoever asks has an open shift at the owner's community, and may take cash.</summary>
    public bool HasShift { get; private set; }

    /// <summary>What the owner tried to pay online lately.</summary>
    public IReadOnlyList<OrderRow> Tries { get; private set; } = [];

    /// <summary>What the bank could not collect and is still owed; null where there is none.</summary>
    public FailedDebit? FailedDebit { get; private set; }

    /// <summary>What was asked for and is not decided.</summary>
    public IReadOnlyList<UndecidedCorrection> Undecided { get; private set; } = [];

    /// <summary>Channels by whose code the owner can pay at the desk.</summary>
    public IReadOnlyList<ChannelKind> Channels { get; private set; } = [];

    /// <summary>What whoever asks should know before a word is said.</summary>
    public IReadOnlyList<DeskFlag> Flags { get; private set; } = [];

    /// <summary>The receipt that has the typed number already; null where it is new.</summary>
    public UsedSlip? Repeated { get; private set; }

    /// <summary>There is money prepaid for some charges, and a bill of them is open.</summary>
    public bool FitsDedicated { get; private set; }

    /// <summary>It was asked whether so much is meant.</summary>
    public bool AsksSoMuch { get; private set; }

    /// <summary>What others owe for the flats of whoever pays.</summary>
    public IReadOnlyList<DueOfAnother> OfOthers { get; private set; } = [];

    /// <summary>Shown where no owner is chosen yet.</summary>
    public IReadOnlyList<PaymentRow> Latest { get; private set; } = [];

    public override async Task LoadAsync()
    {
        Latest = OwnerId is null ? await page.LatestAsync() : [];
        Tries = OwnerId is { } payer ? await page.TriesAsync(payer) : [];
        FailedDebit = OwnerId is { } debtor ? await page.FailedDebitAsync(debtor) : null;
        Undecided = OwnerId is { } asker ? await page.UndecidedAsync(asker) : [];
        Channels = OwnerId is null ? [] : await page.ChannelsAsync();
        (Dues, Flags) = OwnerId is { } owner ? (await dues.FindAsync(owner), await page.FlagsAsync(owner)) : (null, []);
        OfOthers = OwnerId is { } here ? await page.OfOthersAsync(here) : [];
        FitsDedicated = Dues is { Dedicated.Count: > 0 } rich && (await page.OpenClassesAsync(rich.OwnerId)).Any(c => rich.Dedicated.Any(p => p.Class == c));
        HasShift = Dues is not null && (await shifts.OwnAsync()).Exists(s => s.CommunityId == Dues.CommunityId);
        // A refused request booked nothing; the page that is shown now is a new one.
        Input.RequestId = Guid.NewGuid();
        FollowTheDebt();
    }

    // Somebody else was faster: what was typed for the debt of then is not asked for now. A part payment stays.
    private void FollowTheDebt()
    {
        if (Dues is null || Input.SeenFen == 0 || Input.SeenFen == Dues.Total.Fen || Input.PrepaysAll)
        {
            return;
        }

        Input.BillIds.RemoveAll(id => Dues.Units.SelectMany(u => u.Bills).All(b => b.Id != id));
        if (Input.Amount > Chosen.Yuan || Money.Round(Input.Amount).Fen == Input.SeenFen)
        {
            (Input.Amount, Input.Handed) = (Chosen.Yuan, null);
        }
    }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (Dues is not null && Dues.Units.FirstOrDefault(u => u.Unit == Unit) is { } only)
        {
            Input.BillIds = [.. only.Bills.Where(b => b.Held is null).Select(b => b.Id)];
        }

        Input.Amount = Chosen.Yuan;
    }

    /// <summary>The sum of the bills that are ticked.</summary>
    public Money Chosen => Money.Sum((Dues?.Units ?? []).SelectMany(u => u.Bills).Where(b => b.Held is null && IsChosen(b.Id)).Select(b => b.Outstanding));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || OwnerId is not { } owner)
        {
            await LoadAsync();
            return Page();
        }

        var tenders = Input.Tenders();
        Repeated = Input.IsSameMoney ? null : await slips.FindAsync(Input.RequestId, tenders);
        if (Repeated is { } repeated)
        {
            throw repeated.Refusal(Input.FieldOf(repeated.Reference));
        }

        RequireMeant(Money.Sum(tenders.Select(t => t.Amount)));

        await channels.EndAllAsync(owner, Input.TakeAnyway, cancel);
        var taken = await payments.RunAsync(new PaymentRequest(Input.RequestId, owner, Input.BillIds, new Money(Input.SeenFen), tenders, Input.RestToPurse, Input.PrepaysAll ? PurseClass.General : null));
        return RedirectToPage("/Payments/Taken", new { id = taken.PaymentId });
    }

    // A digit too many is ten times the amount. Nobody owes so much, and whoever prepays for years says so.
    private void RequireMeant(Money amount)
    {
        AsksSoMuch = Input is { RestToPurse: true, IsSoMuch: false, SeenFen: > 0 } && amount.Fen >= SoManyTimes * Input.SeenFen;
        if (AsksSoMuch)
        {
            throw new RuleViolation("本次收款 {0} 是待收 {1} 的 {2} 倍以上，请核对金额；无误请在下面勾选。", [amount, new Money(Input.SeenFen), SoManyTimes], "Input.Amount");
        }
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

        Input.RestToPurse = false;
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

    /// <summary>Whether the bill is ticked: all are, unless some were chosen, or every one was unticked to prepay.</summary>
    public bool IsChosen(Guid billId) => Input.BillIds.Contains(billId) || (Input.BillIds.Count == 0 && !Input.PrepaysAll);
}
