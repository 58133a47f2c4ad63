using PropertyDesk.Domain.Partners;

namespace PropertyDesk.Application;

/// <summary>Words of the outside units.</summary>
public static partial class Words
{
    public static string Of(PartnerKind kind) => kind switch
    {
        PartnerKind.Power => Texts.Of("供电"),
        PartnerKind.Water => Texts.Of("供水"),
        PartnerKind.Gas => Texts.Of("燃气"),
        PartnerKind.Heating => Texts.Of("供热"),
        PartnerKind.Telecom => Texts.Of("通信"),
        PartnerKind.OwnersCommittee => Texts.Of("业委会"),
        PartnerKind.Neighbourhood => Texts.Of("街道、居委会"),
        PartnerKind.Authority => Texts.Of("派出所、消防"),
        PartnerKind.Contractor => Texts.Of("外包单位"),
        PartnerKind.Other => Texts.Of("其他"),
        _ => kind.ToString(),
    };

    public static string Of(PartnerDateKind kind) => kind switch
    {
        PartnerDateKind.MeterReading => Texts.Of("抄表"),
        PartnerDateKind.Settlement => Texts.Of("结算付款"),
        PartnerDateKind.Meeting => Texts.Of("会议"),
        PartnerDateKind.Activity => Texts.Of("联合活动"),
        PartnerDateKind.Other => Texts.Of("其他"),
        _ => kind.ToString(),
    };

    public static string Of(PartnerEntryKind kind) => kind switch
    {
        PartnerEntryKind.LetterIn => Texts.Of("收到函件"),
        PartnerEntryKind.LetterOut => Texts.Of("发出函件"),
        PartnerEntryKind.Call => Texts.Of("电话"),
        PartnerEntryKind.Meeting => Texts.Of("会议、走访"),
        PartnerEntryKind.Activity => Texts.Of("联合活动"),
        PartnerEntryKind.Kept => Texts.Of("办妥约定"),
        _ => kind.ToString(),
    };
}
