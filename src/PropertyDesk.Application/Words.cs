using PropertyDesk.Application.Billing;
using PropertyDesk.Domain.Billing;
using PropertyDesk.Domain.Charges;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Disputes;
using PropertyDesk.Domain.Metering;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application;

/// <summary>The word for each value of an enumeration, in the current UI language.</summary>
public static partial class Words
{
    public static string Of(PaymentMethod method) => method switch
    {
        PaymentMethod.Cash => Texts.Of("现金"),
        PaymentMethod.BankTransfer => Texts.Of("银行转账"),
        PaymentMethod.BankCard => Texts.Of("刷卡"),
        PaymentMethod.QrCode => Texts.Of("扫码"),
        PaymentMethod.Purse => Texts.Of("预存款"),
        PaymentMethod.WeChatPay => Texts.Of("微信支付"),
        PaymentMethod.Alipay => Texts.Of("支付宝"),
        PaymentMethod.DirectDebit => Texts.Of("银行托收"),
        PaymentMethod.Several => Texts.Of("多种方式"),
        _ => method.ToString(),
    };

    public static string Of(UnitKind kind) => kind switch
    {
        UnitKind.Residential => Texts.Of("住宅"),
        UnitKind.Shop => Texts.Of("商铺"),
        _ => kind.ToString(),
    };

    public static string Of(UnitStatus status) => status switch
    {
        UnitStatus.Occupied => Texts.Of("已入住"),
        UnitStatus.Vacant => Texts.Of("空置"),
        UnitStatus.Renovating => Texts.Of("装修中"),
        UnitStatus.Unsold => Texts.Of("未售"),
        UnitStatus.NotHandedOver => Texts.Of("未交付"),
        _ => status.ToString(),
    };

    public static string Of(OwnersPay way) => way switch
    {
        OwnersPay.First => Texts.Of("第一位业主缴全部"),
        OwnersPay.ByShares => Texts.Of("各业主按份额缴"),
        _ => way.ToString(),
    };

    public static string Of(VacancyState state) => state switch
    {
        VacancyState.Requested => Texts.Of("待审批"),
        VacancyState.Approved => Texts.Of("已批准"),
        VacancyState.Rejected => Texts.Of("未批准"),
        _ => state.ToString(),
    };

    public static string Of(UnitEventKind kind) => kind switch
    {
        UnitEventKind.OwnersRegistered => Texts.Of("登记业主"),
        UnitEventKind.Transferred => Texts.Of("过户"),
        UnitEventKind.TransferUndone => Texts.Of("撤销过户"),
        UnitEventKind.PaymentChanged => Texts.Of("更改缴费方式"),
        UnitEventKind.HandedOver => Texts.Of("交付"),
        UnitEventKind.HandoverUndone => Texts.Of("撤销交付"),
        UnitEventKind.StatusChanged => Texts.Of("更改状态"),
        UnitEventKind.PeopleChanged => Texts.Of("更改居住人数"),
        UnitEventKind.AreaCorrected => Texts.Of("面积更正"),
        UnitEventKind.AreaUndone => Texts.Of("撤销面积更正"),
        UnitEventKind.LeaseBegun => Texts.Of("租户入住"),
        UnitEventKind.LeaseEnded => Texts.Of("租约结束"),
        UnitEventKind.LeaseUndone => Texts.Of("撤销租约"),
        UnitEventKind.VacancyRequested => Texts.Of("申请空置减免"),
        UnitEventKind.VacancyApproved => Texts.Of("批准空置减免"),
        UnitEventKind.VacancyRejected => Texts.Of("不批准空置减免"),
        UnitEventKind.VacancyEnded => Texts.Of("空置结束"),
        _ => kind.ToString(),
    };

    public static string Of(ParkingSpaceKind kind) => kind switch
    {
        ParkingSpaceKind.Owned => Texts.Of("产权"),
        ParkingSpaceKind.Rented => Texts.Of("月租"),
        _ => kind.ToString(),
    };

    public static string Of(MeterKind kind) => kind switch
    {
        MeterKind.Water => Texts.Of("水表"),
        MeterKind.Electricity => Texts.Of("电表"),
        _ => kind.ToString(),
    };

    public static string Of(OwnerKind kind) => kind switch
    {
        OwnerKind.Person => Texts.Of("个人"),
        OwnerKind.Organisation => Texts.Of("单位"),
        OwnerKind.Developer => Texts.Of("开发商"),
        OwnerKind.Lessee => Texts.Of("租户"),
        _ => kind.ToString(),
    };

    public static string Of(TariffScope scope) => scope switch
    {
        TariffScope.Residential => Texts.Of("住宅"),
        TariffScope.Shop => Texts.Of("商铺"),
        TariffScope.Parking => Texts.Of("车位"),
        TariffScope.AllUnits => Texts.Of("全部房屋"),
        _ => scope.ToString(),
    };

    public static string Of(ChargeMethod method) => method switch
    {
        ChargeMethod.AreaTimesPrice => Texts.Of("建筑面积×单价"),
        ChargeMethod.FixedPerMonth => Texts.Of("每月固定"),
        ChargeMethod.ParkingFee => Texts.Of("按车位月租"),
        ChargeMethod.Metered => Texts.Of("用量×单价"),
        ChargeMethod.MeteredMonthlyTiers => Texts.Of("阶梯价（按月）"),
        ChargeMethod.MeteredYearlyTiers => Texts.Of("阶梯价（按年）"),
        ChargeMethod.SharedByArea => Texts.Of("公摊（按建筑面积）"),
        ChargeMethod.SharedByHousehold => Texts.Of("公摊（按户）"),
        ChargeMethod.SharedByCoefficient => Texts.Of("公摊（按系数）"),
        ChargeMethod.SharedByMeterShare => Texts.Of("公摊（按分表用量）"),
        ChargeMethod.FixedPerQuarter => Texts.Of("每季固定"),
        ChargeMethod.FixedPerYear => Texts.Of("每年固定"),
        ChargeMethod.OnceOff => Texts.Of("一次性"),
        ChargeMethod.ParkingByAnchor => Texts.Of("车位月卡（按办卡日）"),
        ChargeMethod.Formula => Texts.Of("公式"),
        _ => method.ToString(),
    };

    public static string Of(Role role) => role switch
    {
        Role.Manager => Texts.Of("经理"),
        Role.Finance => Texts.Of("财务"),
        Role.Collector => Texts.Of("收费员"),
        Role.ServiceDesk => Texts.Of("客服"),
        Role.RepairWorker => Texts.Of("维修工"),
        Role.Guard => Texts.Of("保安"),
        Role.Owner => Texts.Of("业主"),
        Role.FamilyPayer => Texts.Of("家人（可查看和缴费）"),
        Role.FamilyViewer => Texts.Of("家人（只查看）"),
        _ => role.ToString(),
    };

    public static string Of(OmissionReason reason) => reason switch
    {
        OmissionReason.NoReading => Texts.Of("未抄表"),
        OmissionReason.NoOpeningReading => Texts.Of("没有上期读数"),
        OmissionReason.ReadingLower => Texts.Of("读数小于上期"),
        OmissionReason.NoTariff => Texts.Of("该月没有价格"),
        OmissionReason.NoPayer => Texts.Of("没有缴费人"),
        OmissionReason.NoSharedReading => Texts.Of("公摊总表无读数"),
        OmissionReason.NoInnerArea => Texts.Of("没有套内面积"),
        OmissionReason.NoPeople => Texts.Of("没有居住人数"),
        OmissionReason.FormulaFailed => Texts.Of("公式算不出来"),
        OmissionReason.NoShares => Texts.Of("没有可分摊的户"),
        _ => reason.ToString(),
    };

    public static string Of(BillCreditKind kind) => kind switch
    {
        BillCreditKind.Vacancy => Texts.Of("空置减免"),
        BillCreditKind.Discount => Texts.Of("优惠"),
        BillCreditKind.Waiver => Texts.Of("减免"),
        BillCreditKind.RedEntry => Texts.Of("红冲"),
        BillCreditKind.Offset => Texts.Of("抵扣"),
        _ => kind.ToString(),
    };

    public static string Of(CorrectionKind kind) => kind switch
    {
        CorrectionKind.Waiver => Texts.Of("减免"),
        CorrectionKind.RedEntry => Texts.Of("红冲"),
        _ => kind.ToString(),
    };

    public static string Of(CorrectionState state) => state switch
    {
        CorrectionState.Requested => Texts.Of("待审批"),
        CorrectionState.Approved => Texts.Of("已批准"),
        CorrectionState.Rejected => Texts.Of("已驳回"),
        CorrectionState.Withdrawn => Texts.Of("已撤回"),
        _ => state.ToString(),
    };

    public static string Of(CorrectionReason reason) => reason switch
    {
        CorrectionReason.ServiceFault => Texts.Of("服务未到位"),
        CorrectionReason.Hardship => Texts.Of("生活困难"),
        CorrectionReason.Goodwill => Texts.Of("协商优惠"),
        CorrectionReason.WrongReading => Texts.Of("抄表错误"),
        CorrectionReason.WrongArea => Texts.Of("面积错误"),
        CorrectionReason.WrongPrice => Texts.Of("价格错误"),
        CorrectionReason.WrongPayer => Texts.Of("缴费人错误"),
        CorrectionReason.Duplicate => Texts.Of("重复收费"),
        CorrectionReason.DisputeUpheld => Texts.Of("异议成立"),
        CorrectionReason.RunWithdrawn => Texts.Of("整批撤回"),
        CorrectionReason.Other => Texts.Of("其他"),
        _ => reason.ToString(),
    };

    public static string Of(FreezeReason reason) => reason switch
    {
        FreezeReason.Dispute => Texts.Of("异议处理中"),
        FreezeReason.Lawsuit => Texts.Of("诉讼中"),
        FreezeReason.Agreement => Texts.Of("协商延期"),
        _ => reason.ToString(),
    };

    public static string Of(DisputeState state) => state switch
    {
        DisputeState.Open => Texts.Of("处理中"),
        DisputeState.Correcting => Texts.Of("更正待审批"),
        DisputeState.Stands => Texts.Of("账单无误"),
        DisputeState.Corrected => Texts.Of("已更正"),
        _ => state.ToString(),
    };

    public static string Of(ChangeReason reason) => reason switch
    {
        ChangeReason.NewCharge => Texts.Of("新增收费"),
        ChangeReason.Gone => Texts.Of("不再收费"),
        ChangeReason.LeftOut => Texts.Of("未出账，原因见未出项"),
        ChangeReason.Price => Texts.Of("价格"),
        ChangeReason.Reading => Texts.Of("用量"),
        ChangeReason.Area => Texts.Of("面积或数量"),
        ChangeReason.Days => Texts.Of("天数"),
        ChangeReason.SharedCost => Texts.Of("公摊总额或权重"),
        ChangeReason.Payer => Texts.Of("缴费人"),
        ChangeReason.LateFee => Texts.Of("违约金"),
        ChangeReason.Other => Texts.Of("其他"),
        _ => reason.ToString(),
    };

    public static string Of(BillRunKind kind) => kind switch
    {
        BillRunKind.Monthly => Texts.Of("月度"),
        BillRunKind.Unit => Texts.Of("单户补出"),
        BillRunKind.Reissue => Texts.Of("红冲重开"),
        BillRunKind.LateFee => Texts.Of("违约金"),
        BillRunKind.Service => Texts.Of("特约服务"),
        _ => kind.ToString(),
    };
}
