using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Domain.Charges;

/// <summary>What is charged for (收费项目): property fee, water, parking …</summary>
public sealed class ChargeItem : CommunityOwned
{
    private ChargeItem()
    {
    }

    /// <param name="onBehalf">代收: collected for others, such as the water company; not income.</param>
    /// <param name="priority">Order in which a payment is applied within one due date; lower first.</param>
    public ChargeItem(Community community, string name, bool onBehalf, int priority)
        : base(community) => (Name, OnBehalf, Priority) = (Require.Text(name, "收费项目", 40), onBehalf, priority);

    public string Name { get; private set; } = "";

    public bool OnBehalf { get; private set; }

    public int Priority { get; private set; }

    /// <summary>VAT rate that the price includes, such as 0.06; zero where none is shown.</summary>
    public decimal VatRate { get; private set; }

    /// <summary>Whether an approved vacancy reduces it; null: as usual, that is where area × price is charged.</summary>
    public bool? VacancyRelief { get; private set; }

    /// <summary>The purse (预存款) that may pay it beside the general one; general: no other.</summary>
    public PurseClass PurseClass { get; private set; }

    public void PayFrom(PurseClass purse) => PurseClass = purse;

    public void AllowVacancyRelief(bool? allowed) => VacancyRelief = allowed;

    public void SetVatRate(decimal rate) =>
        VatRate = rate is >= 0 and < 1 ? rate : throw new RuleViolation("税率须在 0 到 1 之间。", field: "VatRate");

    public void Describe(bool onBehalf, int priority) => (OnBehalf, Priority) = (onBehalf, priority);

    /// <summary>A new name is that of later bills; lines that exist keep the one they were made with.</summary>
    public void Rename(string name) => Name = Require.Text(name, "收费项目", 40);
}
