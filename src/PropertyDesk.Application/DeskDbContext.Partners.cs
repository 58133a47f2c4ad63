using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Partners;

namespace PropertyDesk.Application;

public abstract partial class DeskDbContext
{
    public DbSet<Partner> Partners => Set<Partner>();

    public DbSet<PartnerContact> PartnerContacts => Set<PartnerContact>();

    public DbSet<PartnerAgreement> PartnerAgreements => Set<PartnerAgreement>();

    public DbSet<PartnerDate> PartnerDates => Set<PartnerDate>();

    public DbSet<PartnerEntry> PartnerEntries => Set<PartnerEntry>();
}
