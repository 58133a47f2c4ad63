using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Domain.Communities;

/// <summary>A residential community (小区) that a company looks after.</summary>
public sealed class Community : CompanyOwned
{
    private Community()
    {
    }

    public Community(Company company, string name)
        : base(company.Id) => Name = Require.Text(name, "小区名称");

    public string Name { get; private set; } = "";

    public string? Address { get; private set; }

    public string? Phone { get; private set; }

    /// <summary>Day of the month (1–28) on which the draft bills of the month before are made.</summary>
    public int BillingDay { get; private set; } = 1;

    /// <summary>Days from the issue of a bill to its due date.</summary>
    public int DueDays { get; private set; } = 20;

    /// <summary>A use above this many times the meter's own average needs a person's confirmation.</summary>
    public decimal ReadingAlarmTimes { get; private set; } = 3;

    /// <summary>违约金: share of the outstanding principal per day, such as 0.0005; zero means that none is asked.</summary>
    public decimal LateFeeDailyRate { get; private set; }

    /// <summary>Days after the due date that cost nothing.</summary>
    public int LateFeeGraceDays { get; private set; }

    /// <summary>The fee is never more than this share of the principal; null without cap.</summary>
    public decimal? LateFeeCapShare { get; private set; }

    /// <summary>What was agreed on late payment; null where no late fee is asked.</summary>
    public LateFeeTerms? LateFeeTerms => LateFeeDailyRate > 0 ? new LateFeeTerms(LateFeeDailyRate, LateFeeGraceDays, LateFeeCapShare) : null;

    /// <summary>Whether money pays late fees before principal; of the day on which it is booked.</summary>
    public LateFeeOrder LateFeeOrder { get; private set; }

    /// <exception cref="RuleViolation">There is no such order.</exception>
    public void SetLateFeeOrder(LateFeeOrder order) =>
        LateFeeOrder = Enum.IsDefined(order) ? order : throw new RuleViolation("请选择违约金核销顺序。", field: "Order");

    /// <param name="dailyRate">0 to 0.003: courts cut down what is far above.</param>
    public void SetLateFee(decimal dailyRate, int graceDays, decimal? capShare)
    {
        if (dailyRate is < 0 or > 0.003m)
        {
            throw new RuleViolation("违约金日率须在 0 到 0.3% 之间。", field: "LateFeeDailyRate");
        }

        if (graceDays is < 0 or > 90)
        {
            throw new RuleViolation("宽限期须为 0 到 90 天。", field: "LateFeeGraceDays");
        }

        if (capShare is <= 0 or > 1)
        {
            throw new RuleViolation("违约金上限须在本金的 0 到 100% 之间，不设上限请留空。", field: "LateFeeCapShare");
        }

        (LateFeeDailyRate, LateFeeGraceDays, LateFeeCapShare) = (dailyRate, graceDays, capShare);
    }

    public void SetReadingAlarm(decimal times) => ReadingAlarmTimes = times is >= 1.5m and <= 20
        ? times
        : throw new RuleViolation("用量提醒倍数须在 1.5 到 20 之间。", field: "ReadingAlarmTimes");

    public void Describe(string name, string? address, string? phone) =>
        (Name, Address, Phone) = (Require.Text(name, "小区名称"), Require.OptionalText(address, "地址", 200), Require.OptionalText(phone, "电话", 40));

    /// <summary>A second person approves each month's bills before they are published.</summary>
    public bool RunsNeedApproval { get; private set; }

    public void RequireRunApproval(bool required) => RunsNeedApproval = required;

    /// <summary>When bills are published, the owners' purses (预存款) pay what they can.</summary>
    public bool PursesPayBills { get; private set; }

    /// <summary>A purse pays what a bill charges in one class as a whole, or not at all.</summary>
    public bool PursesPayWholeOnly { get; private set; }

    /// <summary>Every owner's purses may pay bills of other classes; otherwise those of owners who agreed.</summary>
    public bool PursesCrossClasses { get; private set; }

    public void SetPurses(bool payBills, bool wholeOnly, bool crossClasses) =>
        (PursesPayBills, PursesPayWholeOnly, PursesCrossClasses) = (payBills, wholeOnly, crossClasses);

    /// <summary>What the desk prints receipts on.</summary>
    public ReceiptPaper ReceiptPaper { get; private set; }

    public void PrintReceiptsOn(ReceiptPaper paper) => ReceiptPaper = paper;

    public void SetBillingCalendar(int billingDay, int dueDays)
    {
        if (billingDay is < 1 or > 28)
        {
            throw new RuleViolation("出账日须在 1 到 28 日之间。", field: "BillingDay");
        }

        if (dueDays is < 1 or > 90)
        {
            throw new RuleViolation("缴费期限须为 1 到 90 天。", field: "DueDays");
        }

        (BillingDay, DueDays) = (billingDay, dueDays);
    }
}
