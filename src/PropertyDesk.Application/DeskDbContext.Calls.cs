using Microsoft.EntityFrameworkCore;
using PropertyDesk.Domain.Calls;

namespace PropertyDesk.Application;

public abstract partial class DeskDbContext
{
    public DbSet<CallTopic> CallTopics => Set<CallTopic>();

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<ArticleVersion> ArticleVersions => Set<ArticleVersion>();

    public DbSet<Call> Calls => Set<Call>();

    public DbSet<CallReturn> CallReturns => Set<CallReturn>();
}
