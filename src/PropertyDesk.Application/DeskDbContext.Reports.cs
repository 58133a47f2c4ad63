using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Reports;

namespace PropertyDesk.Application;

public abstract partial class DeskDbContext
{
    public DbSet<BillSum> BillSums => Set<BillSum>();

    public DbSet<ReportView> ReportViews => Set<ReportView>();

    public DbSet<ViewRecipient> ViewRecipients => Set<ViewRecipient>();

    public DbSet<ReportFile> ReportFiles => Set<ReportFile>();
}
