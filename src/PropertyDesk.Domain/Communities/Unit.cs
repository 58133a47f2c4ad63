namespace PropertyDesk.Domain.Communities;

/// <summary>A flat or shop (房屋). "Unit" is the dwelling; the 单元 of a building is its <see cref="Entrance"/>.</summary>
public sealed class Unit : CommunityOwned
{
    private Unit()
    {
    }

    /// <param name="entrance">单元, such as "1单元"; empty where the building has none.</param>
    /// <param name="billingArea">计费面积 in m², more than zero, at most four decimals.</param>
    public Unit(Building building, string? entrance, string number, decimal billingArea, UnitKind kind)
        : base(building)
    {
        Building = building;
        BuildingId = building.Id;
        Entrance = entrance?.Trim() ?? "";
        Number = Require.Text(number, "房号", 20);
        Kind = kind;
        Code = CodeOf(building.Name, Entrance, Number);
        (SearchCode, SearchNumber) = (SearchKey.Plain(Code), SearchKey.Plain(Number));
        CorrectArea(billingArea);
    }

    public Guid BuildingId { get; private set; }

    public Building Building { get; private set; } = null!;

    public string Entrance { get; private set; } = "";

    public string Number { get; private set; } = "";

    /// <summary>The short form people say and type, such as 3-2-1801.</summary>
    public string Code { get; private set; } = "";

    /// <summary><see cref="Code"/> as a <see cref="SearchKey"/>.</summary>
    public string SearchCode { get; private set; } = "";

    /// <summary><see cref="Number"/> as a <see cref="SearchKey"/>.</summary>
    public string SearchNumber { get; private set; } = "";

    public decimal BillingArea { get; private set; }

    public UnitKind Kind { get; private set; }

    public UnitStatus Status { get; private set; }

    /// <summary>套内面积 in m², where charges by inner area are made.</summary>
    public decimal? InnerArea { get; private set; }

    /// <summary>How many people live here, for tiers and formulas that ask; null where nobody noted it.</summary>
    public int? People { get; private set; }

    /// <summary>交付日期; before it the developer pays.</summary>
    public DateOnly? HandoverDate { get; private set; }

    /// <summary>How several owners are billed.</summary>
    public OwnersPay OwnersPay { get; private set; }

    /// <summary>Changes with every fact recorded about the unit: two people cannot record one at once.</summary>
    public Guid Version { get; private set; }

    public static string CodeOf(string building, string? entrance, string number) =>
        string.Join('-', new[] { Short(building), Short(entrance ?? ""), number.Trim() }.Where(part => part.Length > 0));

    public void CorrectArea(decimal billingArea) =>
        BillingArea = billingArea is > 0 and <= 100_000 ? billingArea : throw new RuleViolation("建筑面积 {0} 不合理。", [billingArea], "Area");

    public void ChangeKind(UnitKind kind) => Kind = kind;

    /// <param name="innerArea">More than zero, at most the billing area; null where it is not known.</param>
    public void SetInnerArea(decimal? innerArea) => InnerArea = innerArea is null || (innerArea > 0 && innerArea <= BillingArea)
        ? innerArea
        : throw new RuleViolation("套内面积须大于 0，且不超过建筑面积 {0}。", [BillingArea], "InnerArea");

    public void SetPeople(int? people) => People = people is null or (>= 0 and <= 50)
        ? people
        : throw new RuleViolation("居住人数须在 0 到 50 之间。", field: "People");

    public void ChangeStatus(UnitStatus status, DateOnly? handoverDate) => (Status, HandoverDate) = (status, handoverDate);

    public void ChangeStatus(UnitStatus status) => Status = status;

    public void LetOwnersPay(OwnersPay way) => OwnersPay = way;

    internal void Touch() => Version = Guid.NewGuid();

    /// <summary>Whether the developer pays on a day: before the handover, or while the unit is unsold or awaits its handover.</summary>
    public bool IsDevelopersOn(DateOnly day) =>
        HandoverDate is { } handover ? day < handover : Status is UnitStatus.Unsold or UnitStatus.NotHandedOver;

    private static string Short(string name) => name.Trim().TrimEnd('栋', '幢', '座', '元', '单', '号', '楼');
}
