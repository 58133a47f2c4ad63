using System.Net;
using Microsoft.EntityFrameworkCore;
using PropertyDesk.Application.Dunning;
using PropertyDesk.Application.Rounds;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Dunning;
using UglyToad.PdfPig;

namespace PropertyDesk.IntegrationTests.Dunning;

/// <summary>Demand letters: what is on them, and how their delivery is proven.</summary>
[Collection(nameof(DunningRig))]
public sealed class WritingLetters
{
    private static readonly byte[] Photo = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task A_letter_says_what_is_owed_bill_by_bill_with_late_fees_and_until_when()
    {
        var rig = await OpenAsync();
        var manager = await rig.Desk.SignInAsync(Role.Manager);
        var letters = $"/{rig.Desk.Company.Slug}/Dunning/Letters";
        var waiting = await rig.Desk.In((LetterQueries q) => q.WaitingAsync());
        var issued = await Desk.PostAsync(manager, letters, letters, new() { ["Contacts"] = waiting.Single(w => w.OwnerId == rig.Li.Id).ContactId.ToString() });
        var letter = await rig.Till.SeeAsync(db => db.DemandLetters.Include(l => l.Bills).SingleAsync());

        using var pdf = PdfDocument.Open(await manager.GetByteArrayAsync($"/{rig.Desk.Company.Slug}/dunning/letters/{letter.Id}.pdf"));
        var text = string.Concat(pdf.GetPages().Select(p => p.Text)).Replace(" ", "", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, issued.StatusCode);
        // 516.80 × 0.05 % × 30 days, bill by bill.
        Assert.Equal((new Money(51_680), new Money(776), rig.Due.AddDays(40)), (letter.Amount, letter.LateFee, letter.PayBy));
        foreach (var part in new[] { "催款函", "李娜（3-2-1803）", "翠湖花园", "¥258.40", "¥3.88", "¥516.80", "应付合计：¥524.56", $"{letter.PayBy:yyyy-MM-dd}", "翠湖物业", "送达回执" }.Concat(letter.Bills.Select(b => b.Number)))
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_letters_of_a_day_are_one_file_under_their_building()
    {
        var rig = await OpenAsync();
        var waiting = await rig.Desk.In((LetterQueries q) => q.WaitingAsync());
        await rig.Desk.In((DemandLetters d) => d.IssueAsync([.. waiting.Select(w => w.ContactId)]));
        var manager = await rig.Desk.SignInAsync(Role.Manager);
        var building = await rig.Till.SeeAsync(db => db.Buildings.Select(b => b.Id).SingleAsync());

        using var pdf = PdfDocument.Open(await manager.GetByteArrayAsync($"/{rig.Desk.Company.Slug}/dunning/letters.pdf?day={rig.Due.AddDays(30):yyyy-MM-dd}&building={building}"));

        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        Assert.Equal("3栋", Assert.Single(bookmarks.Roots).Title);
        Assert.Equal(["3-2-1801 张伟", "3-2-1803 李娜"], bookmarks.Roots[0].Children.Select(c => c.Title));
        Assert.Equal([1, 2], await rig.Till.SeeAsync(db => db.DemandLetters.OrderBy(l => l.Number).Select(l => l.Number).ToListAsync()));
    }

    [Fact]
    public async Task Two_people_who_issue_at_once_write_one_letter_to_each_owner()
    {
        var rig = await OpenAsync();
        var waiting = (await rig.Desk.In((LetterQueries q) => q.WaitingAsync())).Select(w => w.ContactId).ToList();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                await rig.Desk.In((DemandLetters d) => d.IssueAsync(waiting));
            }
            catch (RuleViolation)
            {
                // The others were quicker with all of them.
            }
        })));

        Assert.Equal([1, 2], await rig.Till.SeeAsync(db => db.DemandLetters.OrderBy(l => l.Number).Select(l => l.Number).ToListAsync()));
        Assert.Equal(2, await rig.Till.SeeAsync(db => db.DemandLetters.Select(l => l.OwnerId).Distinct().CountAsync()));
    }

    [Fact]
    public async Task Who_has_paid_gets_no_letter()
    {
        var rig = await OpenAsync();
        var waiting = (await rig.Desk.In((LetterQueries q) => q.WaitingAsync())).Single(w => w.OwnerId == rig.Li.Id).ContactId;
        await rig.PayAsync(rig.Li, [.. await rig.BillsAsync(rig.Li)]);

        await Assert.ThrowsAsync<RuleViolation>(() => rig.Desk.In((DemandLetters d) => d.IssueAsync([waiting])));
        Assert.Equal(0, await rig.Till.SeeAsync(db => db.DemandLetters.CountAsync()));
    }

    [Theory]
    [InlineData(LetterWay.RegisteredPost, "", false, "PostNumber")]
    [InlineData(LetterWay.HandedOver, "", false, "File")]
    [InlineData(LetterWay.Posted, "", false, "File")]
    [InlineData(LetterWay.Posted, "", true, null)]
    [InlineData(LetterWay.RegisteredPost, "EMS 1234", false, null)]
    public async Task Delivery_needs_its_proof_and_is_recorded_once(LetterWay way, string number, bool photo, string? missing)
    {
        var rig = await OpenAsync();
        var waiting = (await rig.Desk.In((LetterQueries q) => q.WaitingAsync()))[0].ContactId;
        await rig.Desk.In((DemandLetters d) => d.IssueAsync([waiting]));
        var id = await rig.Till.SeeAsync(db => db.DemandLetters.Select(l => l.Id).SingleAsync());
        Task Prove() => rig.Desk.In((DemandLetters d) => d.ProveAsync(id, new(way, rig.Due.AddDays(30), number, photo ? new("door.png", Photo) : null, null)));

        if (missing is not null)
        {
            Assert.Equal(missing, (await Assert.ThrowsAsync<RuleViolation>(Prove)).Field);
            Assert.Equal(0, await rig.Till.SeeAsync(db => db.LetterProofs.CountAsync()));
            return;
        }

        await Prove();
        await Assert.ThrowsAsync<RuleViolation>(Prove);
        var proof = await rig.Till.SeeAsync(db => db.LetterProofs.SingleAsync());
        Assert.Equal((way, photo), (proof.Way, proof.FileId is not null));
    }

    [Fact]
    public async Task A_letter_is_handed_over_at_the_door_of_a_round()
    {
        var rig = await OpenAsync();
        var waiting = (await rig.Desk.In((LetterQueries q) => q.WaitingAsync())).Single(w => w.OwnerId == rig.Li.Id).ContactId;
        await rig.Desk.In((DemandLetters d) => d.IssueAsync([waiting]));
        var letter = await rig.Till.SeeAsync(db => db.DemandLetters.Select(l => l.Id).SingleAsync());
        var round = await rig.Desk.In((PrintRounds r) => r.StartAsync(rig.Till.Own.Community.Id, null, "催缴"));
        var stops = (await rig.Desk.In((RoundQueries q) => q.FindAsync(round))).Stops;
        var (theirs, others) = (stops.Single(s => s.Unit == "3-2-1803").Id, stops.Single(s => s.Unit == "3-2-1801").Id);
        var phone = await rig.Desk.SignInAsync(Role.Manager);
        var door = $"/{rig.Desk.Company.Slug}/Rounds/Stop/{theirs}";
        Assert.Contains($"/Dunning/Letter/{letter}?stop={theirs}", await phone.GetStringAsync(door), StringComparison.Ordinal);
        Assert.Empty((await rig.Desk.In((RoundQueries q) => q.StopAsync(others))).Letters);

        var page = $"/{rig.Desk.Company.Slug}/Dunning/Letter/{letter}?stop={theirs}";
        var answer = await Desk.PostAsync(phone, page, page, new() { ["Stop"] = theirs.ToString(), ["Way"] = "RegisteredPost", ["PostNumber"] = "EMS 77", ["On"] = $"{rig.Due.AddDays(30):yyyy-MM-dd}" });

        Assert.EndsWith(door, answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty((await rig.Desk.In((RoundQueries q) => q.StopAsync(theirs))).Letters);
    }

    private static async Task<DunningRig> OpenAsync()
    {
        var rig = await DunningRig.OpenAsync();
        // 0.05 % a day was agreed on when the bills were issued.
        await rig.Till.SeeAsync(db => db.Bills.ExecuteUpdateAsync(set => set.SetProperty(b => b.LateFeeDailyRate, 0.0005m)));
        await rig.RunAsync(-4, 30);
        return rig;
    }
}
