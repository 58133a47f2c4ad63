using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Archive;

namespace PropertyDesk.Application;

public abstract partial class DeskDbContext
{
    public DbSet<OwnerTag> OwnerTags => Set<OwnerTag>();

    public DbSet<OwnerTagging> OwnerTaggings => Set<OwnerTagging>();

    public DbSet<HouseholdMember> HouseholdMembers => Set<HouseholdMember>();

    public DbSet<Pet> Pets => Set<Pet>();

    public DbSet<OwnerDocument> OwnerDocuments => Set<OwnerDocument>();

    public DbSet<OwnerNote> OwnerNotes => Set<OwnerNote>();

    public DbSet<OwnerMerge> OwnerMerges => Set<OwnerMerge>();

    public DbSet<MergedRow> MergedRows => Set<MergedRow>();

    public DbSet<OwnerChange> OwnerChanges => Set<OwnerChange>();
}
