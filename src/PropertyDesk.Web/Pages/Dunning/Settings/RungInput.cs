using PropertyDesk.Domain;
using PropertyDesk.Domain.Dunning;

namespace PropertyDesk.Web.Pages.Dunning.Settings;

/// <summary>A rung of the form; one without a kind is no rung.</summary>
public sealed class RungInput
{
    public DunningKind? Kind { get; set; }

    public int? Days { get; set; }

    public decimal? Minimum { get; set; }

    public bool IsOn { get; set; }

    internal static RungInput Of(DunningRung rung) => new() { Kind = rung.Kind, Days = rung.Days, Minimum = rung.Minimum.IsZero ? null : rung.Minimum.Yuan, IsOn = rung.IsOn };

    internal DunningRung Read() => new(Kind!.Value, Days ?? 0, Money.Round(Minimum ?? 0).Fen, IsOn);
}
