using CsCheck;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Tickets;
using PropertyDesk.Domain.WorkOrders;

namespace PropertyDesk.UnitTests.WorkOrders;

/// <summary>How a work order moves between two departments, and that its history says all of it.</summary>
public sealed class MovingOrders
{
    private static readonly DateTimeOffset Now = new(2025, 5, 20, 6, 0, 0, TimeSpan.Zero);
    private static readonly Requester Clerk = new(Guid.NewGuid(), "吴客服", Now, new DateOnly(2025, 5, 20));
    private static readonly Company Cuihu = CompanyWithId();
    private static readonly Community Place = new(Cuihu, "翠湖花园");
    private static readonly Department Desk = new(Cuihu, "客服部");
    private static readonly Department Repairs = new(Cuihu, "维修部");
    private static readonly OrderWords Words = new("说明", Clerk.Today.AddDays(9), new TicketWhom(null, Guid.NewGuid(), "孙师傅"));

    [Fact]
    public void Random_acts_reach_no_state_that_the_flow_does_not_allow_and_the_history_explains_each() =>
        Gen.Enum<OrderVerb>().Array[0, 60].Sample(tried =>
        {
            var order = Sent();
            var history = new List<OrderStep> { order.Sent(Clerk) };
            foreach (var verb in tried)
            {
                var (before, version, allowed) = (order.State, order.Version, OrderFlow.Allowed(order.State).Contains(verb));
                if (!allowed)
                {
                    Assert.Throws<RuleViolation>(() => order.Do(verb, Words, Clerk));
                    Assert.Equal((before, version, history.Count), (order.State, order.Version, order.Steps));
                    continue;
                }

                history.Add(order.Do(verb, Words, Clerk));
                Assert.Equal(OrderFlow.After(before, verb), order.State);
                Assert.Equal(order.State, history[^1].State);
            }

            Assert.Equal(order.State, OrderFlow.Replay(history.Select(s => s.Verb)));
            Assert.Equal(Enumerable.Range(1, history.Count), history.Select(s => s.Number));
            // Nobody's word is confirmed but an answer, and only one that is not sent back.
            Assert.True(order.State is not (OrderState.Confirmed or OrderState.Answered) || order.Answer is not null);
        });

    [Fact]
    public void Every_state_can_be_reached_and_only_the_two_ends_allow_nothing_more()
    {
        var (reached, todo) = (new HashSet<OrderState> { OrderState.Sent }, new Queue<OrderState>([OrderState.Sent]));
        while (todo.TryDequeue(out var state))
        {
            foreach (var next in OrderFlow.Allowed(state).Select(v => OrderFlow.After(state, v)!.Value).Where(reached.Add))
            {
                todo.Enqueue(next);
            }
        }

        Assert.Equal(Enum.GetValues<OrderState>(), reached.Order());
        Assert.Equal([OrderState.Confirmed, OrderState.Withdrawn], Enum.GetValues<OrderState>().Where(s => OrderFlow.Allowed(s).Count == 0));
    }

    [Theory]
    [InlineData(OrderState.Sent, OrderVerb.Answer)]
    [InlineData(OrderState.Sent, OrderVerb.Send)]
    [InlineData(OrderState.Returned, OrderVerb.Accept)]
    [InlineData(OrderState.Answered, OrderVerb.Withdraw)]
    [InlineData(OrderState.Confirmed, OrderVerb.SendBack)]
    [InlineData(OrderState.Withdrawn, OrderVerb.Remark)]
    public void Refuses_what_does_not_follow(OrderState from, OrderVerb verb) => Assert.Null(OrderFlow.After(from, verb));

    [Fact]
    public void A_department_never_asks_itself_nor_for_a_day_that_is_over_and_nothing_said_is_nothing_asked()
    {
        Assert.Equal("To", Assert.Throws<RuleViolation>(() => Sent(to: Desk)).Field);
        Assert.Equal("DueOn", Assert.Throws<RuleViolation>(() => Sent(dueOn: Clerk.Today.AddDays(-1))).Field);
        Assert.Equal("What", Assert.Throws<RuleViolation>(() => Sent(what: " ")).Field);
        var order = Sent();
        order.Sent(Clerk);
        Assert.Equal("Worker", Assert.Throws<RuleViolation>(() => order.Do(OrderVerb.HandOver, new OrderWords(), Clerk)).Field);
        Assert.Equal("Text", Assert.Throws<RuleViolation>(() => order.Do(OrderVerb.Return, new OrderWords(" "), Clerk)).Field);
        Assert.Equal((OrderState.Sent, 1), (order.State, order.Steps));
    }

    private static WorkOrder Sent(Department? to = null, DateOnly? dueOn = null, string what = "接两路插座") =>
        new(Place, 1, new OrderFacts(Desk, to ?? Repairs, what, dueOn ?? Clerk.Today, null, null, "中心花园"), Guid.NewGuid(), Clerk);

    private static Company CompanyWithId()
    {
        var company = new Company("翠湖物业", "cuihu");
        typeof(Company).GetProperty(nameof(Company.Id))!.SetValue(company, 1);
        return company;
    }
}
