using System.Text;
using PropertyDesk.Application.DirectDebit;
using PropertyDesk.Domain;
using PropertyDesk.Domain.DirectDebit;

namespace PropertyDesk.IntegrationTests.DirectDebit;

/// <summary>What goes out is what a bank's handbook says, whatever the names; and what does not fit is refused by name.</summary>
public sealed class WritingBankFiles
{
    private const string Account = "6222021234567890123";
    private static readonly DebitFileHead Head = new(12, "M10086", new DateOnly(2025, 6, 1), "物业费");
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<BankFile> Files => [BankFile.Bars, BankFile.Fixed, BankFile.Csv];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_bank_reads_every_name_back(BankFile file)
    {
        string[] names = ["张伟", "𠮷田㛃", "欧阳·买买提", "Müller", "䶮𫖯", "翠湖（上海）商贸有限公司"];
        var lines = names.Select((n, i) => Line(i + 1, n)).ToList();

        var read = new BankSim(file).Read(new DebitFileWriter(FormatOf(file)).Write(Head, lines));

        Assert.Equal(names, read.Lines.Select(l => l.Holder));
        Assert.Equal(("000012", "M10086"), (read.Number, read.Merchant));
        Assert.Equal(lines.Select(l => (l.Key, l.Account, l.Amount.Fen, l.AgreementNumber)), read.Lines.Select(l => (l.Key, l.Account, l.Fen, l.Agreement)));
    }

    /// <summary>At every width, with characters of one, two and four bytes: never half of one.</summary>
    [Fact]
    public void A_name_is_cut_between_characters_and_never_inside_one()
    {
        const string name = "A𠮷b张㛃𫖯c";
        var record = ShippedFormats.Fixed.Of(DebitRecord.Line);
        for (var width = 1; width <= Gb.GetByteCount(name) + 2; width++)
        {
            var format = With(ShippedFormats.Fixed, DebitRecord.Line, [.. record.Select(f => f.Field == DebitField.Holder ? f with { Width = width } : f)]);

            var bytes = new DebitFileWriter(format).Write(Head, [Line(1, name)]);

            var start = 51 + 2 + 1 + 6 + 20 + 32;
            var written = Gb.GetString(bytes, start, width).TrimEnd(' ');
            Assert.StartsWith(written, name, StringComparison.Ordinal);
            Assert.True(written.Length == 0 || !char.IsHighSurrogate(written[^1]));
            Assert.Equal(51 + 2 + 121 + width + 2 + 22 + 2, bytes.Length);
        }
    }

    [Theory]
    [InlineData(DebitField.Account, 10)]
    [InlineData(DebitField.AgreementNumber, 3)]
    [InlineData(DebitField.Amount, 4)]
    [InlineData(DebitField.LineKey, 12)]
    public void Anything_but_a_name_that_is_too_long_is_refused_with_its_line(DebitField field, int width)
    {
        var format = With(ShippedFormats.Fixed, DebitRecord.Line, [.. ShippedFormats.Fixed.Of(DebitRecord.Line).Select(f => f.Field == field ? f with { Width = width } : f)]);

        var refused = Assert.Throws<RuleViolation>(() => new DebitFileWriter(format).Write(Head, [Line(1, "张伟"), Line(2, "李娜")]));

        Assert.Equal(["第 1 行（张伟）", field.Name(), width], refused.Arguments);
        Assert.DoesNotContain(Account, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BankFile.Bars, "张|伟")]
    [InlineData(BankFile.Csv, "张,伟")]
    [InlineData(BankFile.Csv, "张\"伟")]
    [InlineData(BankFile.Fixed, "张\n伟")]
    public void What_would_break_the_record_is_refused(BankFile file, string name)
    {
        var refused = Assert.Throws<RuleViolation>(() => new DebitFileWriter(FormatOf(file)).Write(Head, [Line(1, name)]));

        Assert.Contains(DebitField.Holder.Name(), refused.Arguments);
    }

    [Fact]
    public void Half_a_character_cannot_be_written() =>
        Assert.Throws<RuleViolation>(() => new DebitFileWriter(ShippedFormats.Bars).Write(Head, [Line(1, "张\uD842")]));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_banks_answer_is_read_back(BankFile file)
    {
        var bank = new BankSim(file);
        var sent = bank.Read(new DebitFileWriter(FormatOf(file)).Write(Head, [Line(1, "𠮷田㛃"), Line(2, "李娜")]));

        var read = new ReturnFileReader(FormatOf(file)).Read(bank.Answer(sent, bank.Day(Head.Date), l => l.Sequence == 2 ? BankSim.NoMoney : BankSim.Paid), 12, "M10086");

        Assert.Equal([(BankSim.Paid, (DateOnly?)Head.Date, "成功𠮷"), (BankSim.NoMoney, null, "失败")], read.Select(l => (l.Code, l.Day, l.Text!)));
        Assert.Equal(sent.Lines.Select(l => (l.Key, l.Account, l.Fen)), read.Select(l => (l.Key, l.Account, l.Amount.Fen)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Another_batch_another_company_or_a_wrong_count_is_refused(BankFile file)
    {
        var bank = new BankSim(file);
        var sent = bank.Read(new DebitFileWriter(FormatOf(file)).Write(Head, [Line(1, "张伟"), Line(2, "李娜")]));
        var answer = bank.Answer(sent, bank.Day(Head.Date), _ => BankSim.Paid);
        var reader = new ReturnFileReader(FormatOf(file));

        Assert.Contains("批次号", Assert.Throws<RuleViolation>(() => reader.Read(answer, 13, "M10086")).Arguments);
        Assert.Contains("商户号", Assert.Throws<RuleViolation>(() => reader.Read(answer, 12, "M10087")).Arguments);
        Assert.Contains("笔数", Assert.Throws<RuleViolation>(() => reader.Read(bank.Answer(sent, bank.Day(Head.Date), _ => BankSim.Paid, count: "3"), 12, "M10086")).Arguments);
        Assert.Throws<RuleViolation>(() => reader.Read(answer[..^60], 12, "M10086"));
        Assert.Throws<RuleViolation>(() => reader.Read([], 12, "M10086"));
    }

    private static DebitFormat FormatOf(BankFile file) => file switch { BankFile.Fixed => ShippedFormats.Fixed, BankFile.Csv => ShippedFormats.Csv, _ => ShippedFormats.Bars };

    private static DebitFormat With(DebitFormat format, DebitRecord record, IReadOnlyList<FormatField> fields) =>
        format with { Records = new Dictionary<DebitRecord, IReadOnlyList<FormatField>>(format.Records) { [record] = fields } };

    private static DebitFileLine Line(int sequence, string holder) => new(sequence, "XY0001", Account, holder, new Money(25_040), LineKey.Of(12, sequence));
}
