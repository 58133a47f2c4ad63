using System.Globalization;
using PropertyDesk.Domain.Communities;

namespace PropertyDesk.Domain.Equipment;

/// <summary>What kind of machine it is.</summary>
public enum AssetKind
{
    /// <summary>电梯</summary>
    Lift,

    /// <summary>水泵、供水</summary>
    Pump,

    /// <summary>照明</summary>
    Lighting,

    /// <summary>门禁、道闸</summary>
    Door,

    /// <summary>消防</summary>
    Fire,

    /// <summary>供配电</summary>
    Power,

    /// <summary>监控</summary>
    Camera,

    /// <summary>其他</summary>
    Other,
}

public enum AssetState
{
    /// <summary>在用</summary>
    InService,

    /// <summary>停用: nothing is due while it rests.</summary>
    Stopped,

    /// <summary>报废: for good.</summary>
    Scrapped,
}

/// <summary>What is known of a machine.</summary>
/// <param name="Place">Where in the building or community it stands, in words.</param>
/// <param name="InspectedUntil">Until when the inspection that the law asks for is valid; null where there is none.</param>
/// <param name="CountUnit">What its counter counts (小时, 次); null where it has none.</param>
public sealed record AssetFacts(
    AssetKind Kind, string? Name, string? Place, string? Maker, string? Model, string? SerialNumber, DateOnly? InstalledOn, DateOnly? WarrantyUntil, DateOnly? InspectedUntil, string? CountUnit);

/// <summary>A machine that the property company looks after (设备): a lift, a pump, a gate.</summary>
public sealed class Asset : CommunityOwned
{
    private Asset()
    {
    }

    /// <param name="building">Where it stands; null for what serves the whole community.</param>
    /// <param name="number">Unique in the company, from 1 without a gap.</param>
    /// <exception cref="RuleViolation">Something is missing or contradicts itself.</exception>
    public Asset(Community community, Building? building, int number, AssetFacts facts)
        : base(community)
    {
        Number = number;
        Change(building, facts);
    }

    public int Number { get; private set; }

    public Guid? BuildingId { get; private set; }

    public Building? Building { get; private set; }

    public AssetKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    public string? Place { get; private set; }

    public string? Maker { get; private set; }

    public string? Model { get; private set; }

    public string? SerialNumber { get; private set; }

    public DateOnly? InstalledOn { get; private set; }

    public DateOnly? WarrantyUntil { get; private set; }

    public DateOnly? InspectedUntil { get; private set; }

    public string? CountUnit { get; private set; }

    public AssetState State { get; private set; }

    /// <summary>Why it was stopped or scrapped.</summary>
    public string? Reason { get; private set; }

    public DateOnly? StateSince { get; private set; }

    /// <summary>Last value of its counter.</summary>
    public long Count { get; private set; }

    public DateOnly? CountedOn { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>SB-0012</summary>
    public string Display => Format(Number);

    public static string Format(int number) => string.Create(CultureInfo.InvariantCulture, $"SB-{number:0000}");

    /// <exception cref="RuleViolation">It is scrapped, or something contradicts itself.</exception>
    public void Change(Building? building, AssetFacts facts)
    {
        RequireKept();
        if (building is not null && building.CommunityId != CommunityId)
        {
            throw new RuleViolation("楼栋不在这个小区。", field: "Building");
        }

        var name = Require.Text(facts.Name, "设备名称", 60);
        if (facts.WarrantyUntil < facts.InstalledOn)
        {
            throw new RuleViolation("保修截止日早于安装日期。", field: "WarrantyUntil");
        }

        (BuildingId, Building, Kind, Name, Place) = (building?.Id, building, facts.Kind, name, Require.OptionalText(facts.Place, "位置", 100));
        (Maker, Model, SerialNumber) = (Require.OptionalText(facts.Maker, "厂家", 60), Require.OptionalText(facts.Model, "型号", 60), Require.OptionalText(facts.SerialNumber, "出厂编号", 60));
        (InstalledOn, WarrantyUntil, InspectedUntil) = (facts.InstalledOn, facts.WarrantyUntil, facts.InspectedUntil);
        (CountUnit, Version) = (Require.OptionalText(facts.CountUnit, "计数单位", 10), Guid.NewGuid());
    }

    /// <summary>Stops it, lets it run again, or takes it out for good.</summary>
    /// <exception cref="RuleViolation">It is scrapped, is in that state already, or there is no reason.</exception>
    public void Put(AssetState state, string? reason, DateOnly today)
    {
        RequireKept();
        if (state == State)
        {
            throw new RuleViolation("设备已经是这个状态。");
        }

        (State, Reason, StateSince, Version) = (state, state == AssetState.InService ? null : Require.Text(reason, "原因", 200), today, Guid.NewGuid());
    }

    /// <summary>Its counter was read.</summary>
    /// <exception cref="RuleViolation">It has no counter, or the value or the day lies before the last.</exception>
    public AssetCount Read(long count, DateOnly on, string by)
    {
        RequireKept();
        if (CountUnit is null)
        {
            throw new RuleViolation("这台设备没有计数，请先在设备资料里填计数单位。", field: "Count");
        }

        if (count < Count || on < CountedOn)
        {
            throw new RuleViolation("计数和日期不能小于上次：{0}，{1}。", [Count, $"{CountedOn:yyyy-MM-dd}"], "Count");
        }

        (Count, CountedOn, Version) = (count, on, Guid.NewGuid());
        return new AssetCount(this, count, on, by);
    }

    /// <exception cref="RuleViolation">It is scrapped.</exception>
    public void RequireKept()
    {
        if (State == AssetState.Scrapped)
        {
            throw new RuleViolation("设备已报废，不能再改。");
        }
    }
}

/// <summary>A reading of a machine's counter.</summary>
public sealed class AssetCount : CommunityOwned
{
    private AssetCount()
    {
    }

    internal AssetCount(Asset asset, long count, DateOnly on, string by)
        : base(asset) => (AssetId, Count, On, By) = (asset.Id, count, on, by);

    public Guid AssetId { get; private set; }

    public long Count { get; private set; }

    public DateOnly On { get; private set; }

    public string By { get; private set; } = "";
}
