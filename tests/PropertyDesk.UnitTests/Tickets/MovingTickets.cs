using CsCheck;
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
}
