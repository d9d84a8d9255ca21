using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Application;
using SmartCity.Modules.Security.Application.Evidence;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Modules.Security.Domain.Certificates;
using SmartCity.Modules.Security.Domain.Delegations;
using SmartCity.Modules.Security.Domain.Evidence;
using SmartCity.Modules.Security.Domain.Exports;
using SmartCity.Modules.Security.Domain.Mails;
using SmartCity.Modules.Security.Domain.Notices;
using SmartCity.Modules.Security.Domain.Posts;
using SmartCity.Modules.Security.Domain.SecondFactors;
using SmartCity.Modules.Security.Domain.Units;

namespace SmartCity.Modules.Security.Infrastructure;

/// <summary>
/// Units, accounts, posts, notices, delegations, mails, the record of exports, the evidence log, and what Identity and
/// OpenIddict keep beside them.
/// </summary>
internal abstract class SecurityDb(DbContextOptions options) : ModuleDbContext(options), ISecurityDatabase
{
    public const string SchemaName = "security";

    private bool librariesWait;

    public override string Schema => SchemaName;

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<AccountCertificate> AccountCertificates => Set<AccountCertificate>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();

    public DbSet<Export> Exports => Set<Export>();

    public DbSet<LogLeaf> LogLeaves => Set<LogLeaf>();

    public DbSet<LogTile> LogTiles => Set<LogTile>();

    public DbSet<LogCheckpoint> LogCheckpoints => Set<LogCheckpoint>();

    public DbSet<LogState> LogStates => Set<LogState>();

    public DbSet<Erasure> Erasures => Set<Erasure>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<NoticeBox> NoticeBoxes => Set<NoticeBox>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<MailDelivery> MailDeliveries => Set<MailDelivery>();

    /// <summary>
    /// From here until disposal, what Identity and OpenIddict would save at once waits for the save of the act, so that an
    /// account and its credential are registered together or not at all.
    /// </summary>
    public IDisposable HoldLibrarySaves() => new Hold(this);

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    ) => librariesWait ? Task.FromResult(0) : base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        LibraryTables.Configure(modelBuilder);
    }

    private sealed class Hold : IDisposable
    {
        private readonly SecurityDb database;

        public Hold(SecurityDb database)
        {
            this.database = database;
            database.librariesWait = true;
        }

        public void Dispose() => database.librariesWait = false;
    }
}
