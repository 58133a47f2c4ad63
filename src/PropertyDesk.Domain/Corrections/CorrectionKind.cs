namespace PropertyDesk.Domain.Corrections;

public enum CorrectionKind
{
    /// <summary>减免: the lines were right; part of them is let go.</summary>
    Waiver,

    /// <summary>红冲: lines were wrong and are taken back. On the day of issue this is called a void (作废).</summary>
    RedEntry,
}
