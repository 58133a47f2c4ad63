using PropertyDesk.IntegrationTests.DirectDebit;

namespace PropertyDesk.FaultWorker;

/// <summary>The bank of the faults: to the same file it gives the same answer, however often it is asked.</summary>
public static class TheBank
{
    private const int FailsEvery = 3;
    private static readonly BankSim Bank = new(BankFile.Fixed);

    /// <param name="day">On which the bank collected.</param>
    public static byte[] Answer(byte[] file, DateOnly day) => Bank.Answer(Bank.Read(file), Bank.Day(day), l => IsPaid(l) ? BankSim.Paid : BankSim.NoMoney);

    /// <summary>What it collected, in fen, by the key of the line.</summary>
    public static IEnumerable<(string Key, long Fen)> Collected(byte[] file) => Bank.Read(file).Lines.Where(IsPaid).Select(l => (l.Key, l.Fen));

    private static bool IsPaid(BankLine line) => line.Sequence % FailsEvery != 0;
}
