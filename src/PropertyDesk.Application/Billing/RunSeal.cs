using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PropertyDesk.Domain.Billing;

namespace PropertyDesk.Application.Billing;

/// <summary>
/// The seal of a run: a SHA-256 over what its bills say, bill by bill in the order of their numbers. No key that a database
/// or clock made is in it, so the same facts give the same seal anywhere.
/// </summary>
internal sealed class RunSeal : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <param name="bill">With its lines, and with what came off them when the draft was made.</param>
    public void Add(Bill bill)
    {
        Text(bill.Number);
        Text(bill.UnitCode);
        Text(bill.OwnerName);
        foreach (var line in bill.Lines.OrderBy(l => l.Position))
        {
            Text(line.ItemName);
            Number(line.Amount.Fen);
            Text(line.Working);
            foreach (var credit in bill.Credits.Where(c => c.BillLineId == line.Id && c.DocumentId is null).OrderBy(c => c.Kind).ThenBy(c => c.Amount.Fen))
            {
                Text(credit.Kind.ToString());
                Number(credit.Amount.Fen);
                Text(credit.Working);
            }
        }
    }

    public string Close() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();

    // Each text with its length, so that no two different bills can read the same.
    private void Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Number(bytes.Length);
        _hash.AppendData(bytes);
    }

    private void Number(long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        _hash.AppendData(bytes);
    }
}
