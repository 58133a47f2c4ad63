namespace PropertyDesk.Domain.Corrections;

/// <summary>Whoever asks for something does not approve it (rules of the money, section 2).</summary>
public static class FourEyes
{
    /// <exception cref="RuleViolation">It is the same login, or the program itself.</exception>
    public static void Require(Guid? requestedById, Guid? decidedById)
    {
        if (decidedById is null || decidedById == requestedById)
        {
            throw new RuleViolation("申请人不能审批自己的申请，请由另一位有权限的同事审批。");
        }
    }
}
