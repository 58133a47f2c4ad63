using CsCheck;
using PropertyDesk.Domain;
using PropertyDesk.Domain.Communities;
using PropertyDesk.Domain.Companies;
using PropertyDesk.Domain.Corrections;
using PropertyDesk.Domain.Tickets;

namespace PropertyDesk.UnitTests.Tickets;

public sealed class MovingTickets
{
    [Fact]
    public void Random_actions_leave_a_history_that_replays_to_the_state() =>
        Gen.Enum<TicketVerb>().Array[0, 60].Sample(tried =>
        {
            var (state, history) = (TicketState.New, new List<TicketVerb>());
            foreach (var verb in tried)
            {
                var allowed = TicketFlow.Allowed(state).Contains(verb);
                if (TicketFlow.After(state, verb) is not { } next)
                {
                    Assert.False(allowed);
                    continue;
                }

                Assert.True(allowed);
                history.Add(verb);
                state = next;
            }

            Assert.Equal(state, TicketFlow.Replay(history));
            Assert.True(state is not (TicketState.Confirmed or TicketState.Closed) || history.Exists(v => v == TicketVerb.Finish || TicketFlow.IsOfIncident(v)));
        });

    [Fact]
    public void Random_actions_on_a_ticket_leave_rows_that_explain_it()
    {
        var (company, by) = (CompanyWithId(), new Requester(Guid.NewGuid(), "陈经理", new(2026, 5, 4, 2, 0, 0, TimeSpan.Zero), new(2026, 5, 4)));
        var (community, department) = (new Community(company, "翠湖花园"), new Department(company, "工程部"));
        var category = new TicketCategory(company, new CategoryPlan(TicketKind.Repair, "水电", department.Id, new(60, 480), new(30, 240), new(15, 120)));
        var clock = PromiseClock.Of([], [], TimeZoneInfo.Utc);
        Gen.Enum<TicketVerb>().Array[0, 60].Sample(tried =>
        {
            var ticket = new Ticket(community, 1, category, new TicketFacts(null, null, null, "大堂", null, Urgency.Normal, TicketSource.Desk, "灯不亮"), clock, Guid.NewGuid(), by);
            var rows = new List<TicketStep> { ticket.Opened(by) };
            foreach (var verb in tried)
            {
                try
                {
                    rows.Add(ticket.Do(verb, "因为", new TicketWhom(department.Id, null, department.Name), clock, by));
                }
                catch (RuleViolation)
                {
                    Assert.True(TicketFlow.After(ticket.State, verb) is null || TicketFlow.IsOfIncident(verb));
                }
            }

            Assert.Equal(ticket.State, TicketFlow.Replay(rows.Select(r => r.Verb).OfType<TicketVerb>()));
            Assert.Equal(ticket.State, rows[^1].State);
            Assert.Equal(TicketFlow.IsOpen(ticket.State), ticket.IsOpen);
            Assert.Equal(Enumerable.Range(rows[0].Number, rows.Count), rows.Select(r => r.Number));
        });
    }

    [Theory]
    [InlineData(TicketState.New, TicketVerb.Finish)]
    [InlineData(TicketState.Assigned, TicketVerb.Start)]
    [InlineData(TicketState.Waiting, TicketVerb.Finish)]
    [InlineData(TicketState.Closed, TicketVerb.Cancel)]
    [InlineData(TicketState.Done, TicketVerb.Close)]
    [InlineData(TicketState.Done, TicketVerb.Finish)]
    public void Refuses_what_does_not_follow(TicketState from, TicketVerb verb) => Assert.Null(TicketFlow.After(from, verb));

    [Fact]
    public void A_cancelled_ticket_is_the_only_end() =>
        Assert.Equal([TicketState.Cancelled], Enum.GetValues<TicketState>().Where(state => TicketFlow.Allowed(state).Count == 0));

    private static Company CompanyWithId()
    {
        var company = new Company("翠湖物业", "cuihu");
        typeof(Company).GetProperty(nameof(Company.Id))!.SetValue(company, 1);
        return company;
    }
}
