using PropertyDesk.Application.Deliveries;
using PropertyDesk.Domain.Disputes;

namespace PropertyDesk.Application.Disputes;

/// <summary>What an owner is told when a question about a bill was answered.</summary>
internal static class DisputeAnswers
{
    /// <param name="dispute">Ended, with its bill and line.</param>
    public static Task AboutAsync(this AnswerMessages answers, Dispute dispute) => answers.AddAsync(
        dispute.Bill.OwnerId, $"dispute:{dispute.Id:n}", $"bills/details/{dispute.BillId}", () => (
            Texts.Of("您对 {0} {1} 账单中“{2}”的疑问已答复", dispute.Bill.UnitCode, dispute.Bill.Period, dispute.BillLine.ItemName),
            dispute.State == DisputeState.Corrected ? Texts.Of("这一项已按您的意见更正。") : dispute.Answer ?? ""));
}
