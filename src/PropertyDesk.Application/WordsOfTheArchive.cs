using PropertyDesk.Application.Archive;
using PropertyDesk.Domain.Archive;

namespace PropertyDesk.Application;

/// <summary>The words of the owner archive.</summary>
public static partial class Words
{
    public static string Of(TagKind kind) => kind switch
    {
        TagKind.Label => Texts.Of("标签"),
        TagKind.Need => Texts.Of("服务需求"),
        _ => kind.ToString(),
    };

    public static string Of(TagColour colour) => colour switch
    {
        TagColour.Grey => Texts.Of("灰"),
        TagColour.Blue => Texts.Of("蓝"),
        TagColour.Green => Texts.Of("绿"),
        TagColour.Amber => Texts.Of("黄"),
        TagColour.Red => Texts.Of("红"),
        _ => colour.ToString(),
    };

    public static string Of(HouseholdRelation relation) => relation switch
    {
        HouseholdRelation.Spouse => Texts.Of("配偶"),
        HouseholdRelation.Child => Texts.Of("子女"),
        HouseholdRelation.Parent => Texts.Of("父母"),
        HouseholdRelation.Grandparent => Texts.Of("祖孙"),
        HouseholdRelation.OtherRelative => Texts.Of("其他亲属"),
        HouseholdRelation.Helper => Texts.Of("保姆或护工"),
        HouseholdRelation.Flatmate => Texts.Of("合住"),
        HouseholdRelation.Other => Texts.Of("其他"),
        _ => relation.ToString(),
    };

    public static string Of(PetKind kind) => kind switch
    {
        PetKind.Dog => Texts.Of("犬"),
        PetKind.Cat => Texts.Of("猫"),
        PetKind.Other => Texts.Of("其他宠物"),
        _ => kind.ToString(),
    };

    public static string Of(OwnerDocumentKind kind) => kind switch
    {
        OwnerDocumentKind.Title => Texts.Of("产权证明"),
        OwnerDocumentKind.Identity => Texts.Of("身份证明"),
        OwnerDocumentKind.Lease => Texts.Of("租赁合同"),
        OwnerDocumentKind.Renovation => Texts.Of("装修申请"),
        OwnerDocumentKind.Other => Texts.Of("其他资料"),
        _ => kind.ToString(),
    };

    public static string Of(OwnerChangeKind kind) => kind switch
    {
        OwnerChangeKind.Name => Texts.Of("姓名"),
        OwnerChangeKind.Phone => Texts.Of("手机号"),
        OwnerChangeKind.Email => Texts.Of("邮箱"),
        OwnerChangeKind.IdNumber => Texts.Of("身份证号"),
        OwnerChangeKind.TagPut => Texts.Of("加上标签"),
        OwnerChangeKind.TagTaken => Texts.Of("取下标签"),
        OwnerChangeKind.MemberAdded => Texts.Of("登记家庭成员"),
        OwnerChangeKind.MemberChanged => Texts.Of("修改家庭成员"),
        OwnerChangeKind.MemberLeft => Texts.Of("家庭成员迁出"),
        OwnerChangeKind.PetAdded => Texts.Of("登记宠物"),
        OwnerChangeKind.PetChanged => Texts.Of("修改宠物"),
        OwnerChangeKind.PetLeft => Texts.Of("宠物迁出"),
        OwnerChangeKind.Channel => Texts.Of("偏好渠道"),
        OwnerChangeKind.Language => Texts.Of("消息语言"),
        OwnerChangeKind.Refused => Texts.Of("不同意的渠道"),
        OwnerChangeKind.FamilyEnded => Texts.Of("取消家人访问"),
        OwnerChangeKind.Erased => Texts.Of("应业主要求删除资料"),
        OwnerChangeKind.Merged => Texts.Of("合并重复档案"),
        OwnerChangeKind.MergeUndone => Texts.Of("撤销合并"),
        _ => kind.ToString(),
    };

    public static string Of(TimelineKind kind) => kind switch
    {
        TimelineKind.Bill => Texts.Of("账单"),
        TimelineKind.Payment => Texts.Of("收款"),
        TimelineKind.Void => Texts.Of("红冲收据"),
        TimelineKind.Refund => Texts.Of("退款"),
        TimelineKind.Call => Texts.Of("来电"),
        TimelineKind.Ticket => Texts.Of("工单"),
        TimelineKind.Notice => Texts.Of("通知"),
        TimelineKind.NoticeRead => Texts.Of("已读通知"),
        TimelineKind.Reminder => Texts.Of("催缴"),
        TimelineKind.Message => Texts.Of("消息"),
        TimelineKind.Visit => Texts.Of("访客"),
        TimelineKind.Event => Texts.Of("社区活动"),
        TimelineKind.Note => Texts.Of("备注"),
        TimelineKind.Document => Texts.Of("证件资料"),
        TimelineKind.Tag => Texts.Of("标签"),
        TimelineKind.Change => Texts.Of("档案变更"),
        TimelineKind.Unit => Texts.Of("房屋"),
        _ => kind.ToString(),
    };

    public static string Of(LikeReason reason) => reason switch
    {
        LikeReason.IdNumber => Texts.Of("身份证号相同"),
        LikeReason.Phone => Texts.Of("姓名和手机号相同"),
        LikeReason.NameAndUnit => Texts.Of("姓名相同，有同一房屋"),
        _ => reason.ToString(),
    };

    /// <summary>A kind of row that a merge moves, as people call it; several kinds share a word where people do not tell them apart.</summary>
    public static string OfTable(string table) => table switch
    {
        "Bill" => Texts.Of("账单"),
        "Call" => Texts.Of("来电"),
        "ChannelOrder" => Texts.Of("线上支付"),
        "DataRequest" => Texts.Of("资料申请"),
        "Delivery" => Texts.Of("消息"),
        "DeliveryPreference" => Texts.Of("联系方式偏好"),
        "Deposit" => Texts.Of("押金"),
        "DunningCall" or "DunningContact" => Texts.Of("催缴"),
        "EventSignUp" => Texts.Of("活动报名"),
        "HouseholdMember" => Texts.Of("家庭成员"),
        "Invitation" or "Membership" => Texts.Of("业主端"),
        "InvoiceRequest" => Texts.Of("发票"),
        "Lease" => Texts.Of("租赁"),
        "Mandate" => Texts.Of("托收委托"),
        "NoticeRead" or "NoticeRecipient" => Texts.Of("通知"),
        "OwnerDocument" => Texts.Of("证件资料"),
        "OwnerNote" => Texts.Of("备注"),
        "OwnerTagging" => Texts.Of("标签"),
        "Ownership" => Texts.Of("产权"),
        "PaymentPromise" => Texts.Of("付款承诺"),
        "Pet" => Texts.Of("宠物"),
        "RoundStop" => Texts.Of("上门送达"),
        "SurveyAnswer" or "SurveyFollowUp" or "SurveyInvitation" => Texts.Of("问卷"),
        "Ticket" => Texts.Of("工单"),
        "Visit" => Texts.Of("访客"),
        _ => table,
    };
}
