using PropertyDesk.Domain.Files;

namespace PropertyDesk.Domain.Tickets;

/// <summary>A picture of what is wrong, or of what was done.</summary>
public sealed class TicketPhoto : CommunityOwned
{
    private TicketPhoto()
    {
    }

    public TicketPhoto(Ticket ticket, StoredFile file, bool ofWork)
        : base(ticket) => (TicketId, FileId, OfWork) = (ticket.Id, file.Id, ofWork);

    public Guid TicketId { get; private set; }

    public Guid FileId { get; private set; }

    /// <summary>Taken by whoever did the work.</summary>
    public bool OfWork { get; private set; }
}
