namespace PropertyDesk.Domain.Payments;

/// <summary>What a community's desk prints receipts on.</summary>
public enum ReceiptPaper
{
    /// <summary>A5 across.</summary>
    A5,

    /// <summary>Continuous form of 241 mm, two to a sheet (二等分): 140 mm high.</summary>
    HalfForm,

    /// <summary>Continuous form of 241 mm, three to a sheet (三等分): 93.3 mm high.</summary>
    ThirdForm,
}
