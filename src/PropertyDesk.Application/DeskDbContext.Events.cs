using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Events;

namespace PropertyDesk.Application;

public abstract partial class DeskDbContext
{
    public DbSet<CommunityEvent> CommunityEvents => Set<CommunityEvent>();

    public DbSet<EventSignUp> EventSignUps => Set<EventSignUp>();

    public DbSet<EventCheckIn> EventCheckIns => Set<EventCheckIn>();

    public DbSet<EventPhoto> EventPhotos => Set<EventPhoto>();
}
