using PropertyDesk.Domain;
using PropertyDesk.Domain.Calls;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Owners;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.UnitTests.Calls;

/// <summary>What a call needs, what may come of it, and how an article becomes its next version.</summary>
public sealed class StatesOfACall
{
    private static readonly DateTimeOffset Now = new(2025, 5, 20, 6, 0, 0, TimeSpan.Zero);
    private static readonly Requester Clerk = new(Guid.NewGuid(), "吴客服", Now, new DateOnly(2025, 5, 20));
    private static readonly Company Cuihu = CompanyWithId();
    private static readonly Community Place = new(Cuihu, "翠湖花园");
    private static readonly CallTopic Charges = new(Cuihu, "收费与账单", 1);
    private static readonly TicketPromise Promise = new(60, 540);
    private static readonly TicketCategory Repairs = new(Cuihu, new CategoryPlan(TicketKind.Repair, "水电维修", null, Promise, Promise, Promise));

    private static readonly (string Verb, Action<Call> Act)[] Verbs =
    [
        ("reach", c => c.Return(ReturnOutcome.Reached, "已说明", null, Clerk)), ("miss", c => c.Return(ReturnOutcome.NoAnswer, null, Now.AddHours(3), Clerk)),
        ("give-up", c => c.Return(ReturnOutcome.GivenUp, "空号", null, Clerk)), ("ticket", c => c.Become(NewTicket())),
    ];

    [Theory]
    [InlineData("", "reach miss give-up ticket", CallState.CallBack)]
    [InlineData("miss", "reach miss give-up ticket", CallState.CallBack)]
    [InlineData("miss miss reach", "ticket", CallState.Answered)]
    [InlineData("give-up", "ticket", CallState.NotReached)]
    [InlineData("ticket", "", CallState.BecameTicket)]
    [InlineData("reach ticket", "", CallState.BecameTicket)]
    public void A_promised_call_allows_its_own_acts_and_changes_nothing_when_it_refuses(string before, string allowed, CallState state)
    {
        foreach (var (verb, act) in Verbs)
        {
            var call = Take(callBackBy: Now.AddHours(1));
            foreach (var done in before.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                Verbs.Single(v => v.Verb == done).Act(call);
            }

            Assert.Equal(state, call.State);
            var (version, tries) = (call.Version, call.Tries);
            if (allowed.Split(' ').Contains(verb))
            {
                act(call);
                Assert.NotEqual(version, call.Version);
            }
            else
            {
                Assert.Throws<RuleViolation>(() => act(call));
                Assert.Equal((state, version, tries), (call.State, call.Version, call.Tries));
            }
        }
    }

    [Fact]
    public void Tries_are_numbered_and_a_miss_needs_another_time_to_come()
    {
        var call = Take(callBackBy: Now.AddHours(1));
        Assert.Throws<RuleViolation>(() => call.Return(ReturnOutcome.NoAnswer, null, null, Clerk));
        Assert.Throws<RuleViolation>(() => call.Return(ReturnOutcome.NoAnswer, null, Now, Clerk));
        Assert.Throws<RuleViolation>(() => call.Return(ReturnOutcome.Reached, " ", null, Clerk));
        Assert.Throws<RuleViolation>(() => call.Return(ReturnOutcome.GivenUp, null, null, Clerk));
        Assert.Equal(0, call.Tries);

        var first = call.Return(ReturnOutcome.NoAnswer, null, Now.AddHours(5), Clerk);
        Assert.Equal((1, Now.AddHours(5)), (first.Number, call.CallBackBy));
        var second = call.Return(ReturnOutcome.Reached, " 已说明 ", null, Clerk);
        Assert.Equal((2, "已说明", "吴客服"), (second.Number, second.Said, second.By));
    }

    [Fact]
    public void A_call_needs_an_answer_an_article_a_promise_or_a_ticket()
    {
        Assert.Throws<RuleViolation>(() => Take());
        Assert.Throws<RuleViolation>(() => Take(question: " ", answer: "按面积"));
        Assert.Throws<RuleViolation>(() => Take(callBackBy: Now));
        Assert.Equal(CallState.Answered, Take(answer: "按面积").State);
        Assert.Equal(CallState.Answered, Take(read: Written()).State);
        Assert.Equal(CallState.CallBack, Take(callBackBy: Now.AddMinutes(1)).State);
        Assert.Equal(CallState.BecameTicket, Take(ticket: NewTicket()).State);
    }

    [Fact]
    public void Owner_unit_and_ticket_are_of_the_calls_own_community()
    {
        var other = new Community(Cuihu, "湖畔苑");
        Assert.Throws<RuleViolation>(() => Take(answer: "好", owner: new Owner(other, "王芳")));
        Assert.Throws<RuleViolation>(() => Take(answer: "好", unit: new Unit(new Building(other, "1栋", 1), null, "101", 80m, UnitKind.Residential)));
        Assert.Throws<RuleViolation>(() => Take(ticket: NewTicket(other)));
        Assert.Throws<RuleViolation>(() => Take(answer: "好").Become(NewTicket(other)));
    }

    [Fact]
    public void An_article_keeps_every_version_and_is_not_written_while_it_is_retired()
    {
        var article = new Article(Cuihu, Charges, Guid.NewGuid());
        var first = article.Write(new ArticleText("物业费怎么算", "管理费", "按面积。"), Clerk);
        Assert.Throws<RuleViolation>(() => article.Write(new ArticleText("物业费怎么算", null, " "), Clerk));
        var second = article.Write(new ArticleText(" 物业费怎么算、何时交 ", null, "按面积，月底前交。"), Clerk);
        Assert.Equal([(1, "物业费怎么算", "按面积。"), (2, "物业费怎么算、何时交", "按面积，月底前交。")], new[] { first, second }.Select(v => (v.Number, v.Title, v.Body)));
        Assert.Equal((2, "物业费怎么算、何时交", (string?)null), (article.Current, article.Title, article.Words));

        article.Archive();
        Assert.Throws<RuleViolation>(() => article.Write(new ArticleText("物业费", null, "新"), Clerk));
        Assert.Equal(2, article.Current);
        article.Restore();
        Assert.Equal(3, article.Write(new ArticleText("物业费", null, "新"), Clerk).Number);
    }

    [Fact]
    public void Nothing_new_goes_under_an_ended_topic_and_what_is_there_stays()
    {
        var topic = new CallTopic(Cuihu, "停车", 2);
        var article = new Article(Cuihu, topic, Guid.NewGuid());
        topic.End();
        Assert.Throws<RuleViolation>(() => new Article(Cuihu, topic, Guid.NewGuid()));
        article.MoveTo(topic);
        article.MoveTo(Charges);
        Assert.Throws<RuleViolation>(() => article.MoveTo(topic));
        Assert.Equal(Charges.Id, article.TopicId);
    }

    private static Call Take(string? question = "物业费怎么算", string? answer = null, ArticleVersion? read = null, DateTimeOffset? callBackBy = null, Ticket? ticket = null, Owner? owner = null, Unit? unit = null) =>
        new(Place, new CallFacts(owner, unit, "13800001234", null, Charges, question, answer, read, null, callBackBy), ticket, Guid.NewGuid(), Clerk);

    private static ArticleVersion Written() => new Article(Cuihu, Charges, Guid.NewGuid()).Write(new ArticleText("物业费怎么算", null, "按面积。"), Clerk);

    private static Ticket NewTicket(Community? community = null) => new(
        community ?? Place, 1, Repairs, new TicketFacts(null, null, null, "大厅", null, Urgency.Normal, TicketSource.Telephone, "灯坏了"), PromiseClock.Of([], [], TimeZoneInfo.Utc), Guid.NewGuid(), Clerk);

    private static Company CompanyWithId()
    {
        var company = new Company("翠湖物业", "cuihu");
        typeof(Company).GetProperty(nameof(Company.Id))!.SetValue(company, 1);
        return company;
    }
}
