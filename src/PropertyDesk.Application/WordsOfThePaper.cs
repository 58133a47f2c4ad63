using PropertyDesk.Domain.Payments;

namespace PropertyDesk.Application;

/// <summary>The words of what is printed on.</summary>
public static partial class Words
{
    public static string Of(ReceiptPaper paper) => paper switch
    {
        ReceiptPaper.A5 => Texts.Of("A5 横向"),
        ReceiptPaper.HalfForm => Texts.Of("241 连续纸，二等分（241×140 mm）"),
        ReceiptPaper.ThirdForm => Texts.Of("241 连续纸，三等分（241×93.3 mm）"),
        _ => paper.ToString(),
    };
}
