using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Persistence;
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

namespace SmartCity.Modules.Security.Application;

/// <summary>The module's database as its use cases see it.</summary>
internal interface ISecurityDatabase : IModuleStore
{
    DbSet<Unit> Units { get; }

    DbSet<Account> Accounts { get; }

    DbSet<AccountCertificate> AccountCertificates { get; }

    DbSet<Post> Posts { get; }

    DbSet<SecondFactor> SecondFactors { get; }

    DbSet<Export> Exports { get; }

    /// <summary>The module's own entries, to read.</summary>
    DbSet<AuditEntry> AuditEntries { get; }

    DbSet<LogLeaf> LogLeaves { get; }

    DbSet<LogTile> LogTiles { get; }

    DbSet<LogCheckpoint> LogCheckpoints { get; }

    DbSet<LogState> LogStates { get; }

    DbSet<Erasure> Erasures { get; }

    DbSet<Notice> Notices { get; }

    DbSet<NoticeBox> NoticeBoxes { get; }

    DbSet<Delegation> Delegations { get; }

    DbSet<MailDelivery> MailDeliveries { get; }
}
