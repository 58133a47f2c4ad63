using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain;

namespace PropertyDesk.IntegrationTests.DirectDebit;

/// <summary>Return files that were garbled on their way: whatever happens to a line, nothing is posted that the bank did not collect.</summary>
public sealed class MutatingReturns
{
    private const int Mutations = 200;

    [Theory]
    [InlineData(BankFile.Bars, 11)]
    [InlineData(BankFile.Fixed, 12)]
    [InlineData(BankFile.Csv, 13)]
    public async Task Two_hundred_garbled_lines_post_nothing_wrong(BankFile file, int seed)
    {
        var random = new Random(seed);
        var (refused, taken) = (0, 0);
        DebitDesk? desk = null;
        (Guid Batch, byte[] File) sent = (Guid.Empty, []);
        for (var i = 0; i < Mutations; i++)
        {
            if (desk is null)
            {
                desk = await DebitDesk.OpenAsync(file, 250.40m, 268.29m, 321.50m, 88.88m);
                sent = await desk.SendAsync();
            }

            var answer = desk.Answer(sent.File, 2, 4);
            var garbled = Garble(answer, random);
            if (garbled.SequenceEqual(answer))
            {
                i--;
                continue;
            }

            try
            {
                await desk.ImportAsync(sent.Batch, garbled);
                taken++;
            }
            catch (RuleViolation)
            {
                refused++;
                Assert.Equal(0, await desk.Desk.See(db => db.Payments.CountAsync()));
                continue;
            }

            // Where it was taken, the garbled part said nothing about money: the bank's truth stands in the books.
            var paid = await desk.Desk.See(db => db.Payments.OrderBy(p => p.Amount.Fen).Select(p => new { p.OwnerName, p.Amount, p.PaidOn }).ToListAsync());
            Assert.Equal([("业主1", Money.Exact(250.40m), desk.Today), ("业主3", Money.Exact(321.50m), desk.Today)], paid.Select(p => (p.OwnerName, p.Amount, p.PaidOn)));
            await desk.AssertSoundAsync();
            desk = null;
        }

        Assert.Equal(Mutations, refused + taken);
        Assert.True(refused > Mutations / 2, $"only {refused} refused: the garbling is too mild to prove anything");
        TestContext.Current.TestOutputHelper?.WriteLine($"{file}: {refused} refused, {taken} harmless, 0 wrongly posted");
    }

    private static byte[] Garble(byte[] file, Random random)
    {
        var rows = Rows(file);
        var row = random.Next(1, rows.Count - 1);
        switch (random.Next(6))
        {
            case 0:
                rows[row] = Replace(rows[row], random, (byte)random.Next('0', '9' + 1));
                break;
            case 1:
                rows[row] = Replace(rows[row], random, (byte)random.Next(256));
                break;
            case 2:
                rows[row] = [.. rows[row].Where((_, i) => i != random.Next(rows[row].Length))];
                break;
            case 3:
                rows[row] = [.. rows[row][..4], (byte)random.Next('0', '9' + 1), .. rows[row][4..]];
                break;
            case 4:
                (rows[row], rows[1]) = (rows[1][..(rows[1].Length / 2)].Concat(rows[row][(rows[row].Length / 2)..]).ToArray(), rows[row]);
                break;
            default:
                rows.Insert(row, rows[random.Next(1, rows.Count - 1)]);
                break;
        }

        return [.. rows.SelectMany(r => r.Concat("\r\n"u8.ToArray()))];
    }

    private static byte[] Replace(byte[] row, Random random, byte by)
    {
        var copy = row.ToArray();
        copy[random.Next(copy.Length)] = by;
        return copy;
    }

    private static List<byte[]> Rows(byte[] file)
    {
        var (rows, start) = (new List<byte[]>(), 0);
        for (var i = 0; i + 1 < file.Length; i++)
        {
            if (file[i] == '\r' && file[i + 1] == '\n')
            {
                rows.Add(file[start..i]);
                start = i + 2;
            }
        }

        return rows;
    }
}
