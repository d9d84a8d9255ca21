using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmartCity.BuildingBlocks.Exports;
using SmartCity.BuildingBlocks.Jobs;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Modules.Security.Api;
using SmartCity.Modules.Security.Api.SignIn;
using SmartCity.Modules.Security.Application;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Demonstration;
using SmartCity.Modules.Security.Application.Exporting;
using SmartCity.Modules.Security.Application.Mailing;
using SmartCity.Modules.Security.Application.Notices;
using SmartCity.Modules.Security.Application.Powers;
using SmartCity.Modules.Security.Application.Units;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Infrastructure;
using SmartCity.Modules.Security.Infrastructure.Certificates;
using SmartCity.Modules.Security.Infrastructure.Evidence;
using SmartCity.Modules.Security.Infrastructure.Keys;
using SmartCity.Modules.Security.Infrastructure.Mails;
using SmartCity.Modules.Security.Infrastructure.Notices;
using SmartCity.Modules.Security.Infrastructure.Tokens;

namespace SmartCity.Modules.Security;

/// <summary>
/// Units, accounts, posts, sign-in and tokens; everybody's notices and who stands in for whom; the reading of every module's
/// audit entries, the log that proves them and the record of exports.
/// </summary>
public sealed class SecurityModule : IModule
{
    private static readonly TimeSpan PruningPeriod = TimeSpan.FromHours(4);
    private static readonly TimeSpan MovingPeriod = TimeSpan.FromHours(1);
    private static readonly TimeSpan DigestPeriod = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan MailPeriod = TimeSpan.FromMinutes(1);

    public string Name => "Security";

    public string Schema => SecurityDb.SchemaName;

    public Assembly Contracts => ContractsAssembly.Value;

    public ModuleDatabase? Database { get; } =
        ModuleDatabase.Of<SecurityDb, SqliteSecurityDb, PostgresSecurityDb, SqlServerSecurityDb>();

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDatabase<ISecurityDatabase, SecurityDb>(this);
        services.AddHousekeeping<SecurityDb>(this);
        services.AddPeriodicJob<TokenPruningJob>(this, "token-pruning", PruningPeriod);
        services.AddPeriodicJob<NoticeMovingJob>(this, "notice-moving", MovingPeriod);
        services.AddPeriodicJob<NoticeDigestJob>(this, "notice-digest", DigestPeriod);
        services.AddPeriodicJob<MailDeliveryJob>(this, "mail-delivery", MailPeriod);
        services.AddSingleton<IObjectAddresses, ObjectAddresses>();
        services.AddScoped<Inboxes>();
        services.AddScoped<Successions>();
        services.AddScoped<OpenNotices>();
        services.AddScoped<NoticeMail>();
        services.AddScoped<IMailServer>(provider => new SmtpMailServer(
            SmtpSettings.Of(configuration),
            provider.GetRequiredService<ILogger<SmtpMailServer>>()
        ));
        services.AddScoped<ActingAccounts>();
        services.AddScoped<AccountsOnADay>();
        services.AddSingleton<PowersOfAccounts>();
        services.AddScoped<IExportRecord, ExportRecord>();
        services.AddScoped<DemonstrationAccounts>();
        services.AddEvidence(this, configuration);
        services.AddPasswords(configuration);
        services.AddCertificates(configuration);
        services.AddTokens(configuration);
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapUnits();
        routes.MapAccounts();
        routes.MapSecondFactors();
        routes.MapPowers();
        routes.MapCertificates();
        routes.MapPosts();
        routes.MapAuditEntries();
        routes.MapExports();
        routes.MapEvidence();
        routes.MapNotices();
        routes.MapNoticeBox();
        routes.MapDelegations();
        routes.MapMails();
    }

    public void MapRoot(IEndpointRouteBuilder routes)
    {
        routes.MapConnect();
        routes.MapSignIn();
        routes.MapCertificateSignIn();
        routes.MapTiles();
    }

    public IReadOnlyList<ModuleCommand> Commands { get; } =
    [
        new(
            FirstAdministrator.CommandName,
            "登记系统管理员并显示其密码 Registers an administrator: UNIT-NAME CREDIT-CODE USER-NAME",
            FirstAdministrator.CreateAsync
        ),
        new(
            EvidenceServices.CreateKeyCommand,
            "为审计日志生成密钥并显示公钥 Makes the evidence log's key and shows its public half: ORIGIN",
            EvidenceServices.CreateKeyAsync
        ),
        new(
            EvidenceServices.SucceedCommand,
            "以新的名称和密钥接续审计日志 Lets a new log take the log's place: NEW-ORIGIN OLD-PUBLIC-KEY CHECKPOINT-FILE ORDERED-BY BASIS REASON",
            EvidenceServices.SucceedAsync
        ),
        new(
            KeyCommands.ResealName,
            "停止全部实例后，用新的密钥保护文件重新加密全部密钥 Seals all keys under a new secret, all instances stopped: NEW-SECRET-FILE",
            KeyCommands.ResealAsync
        ),
        new(
            KeyCommands.RotateName,
            "密钥泄露后立即换用新密钥，旧令牌和旧会话一分钟内作废 Replaces all token and cookie keys at once, after a compromise",
            KeyCommands.RotateAsync
        ),
    ];

    public Task ResumeAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<KeyVault>().Open();
        return Task.CompletedTask;
    }

    public Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<ConsoleClient>().EnsureAsync(cancellationToken);

    public async Task PrepareDemonstrationAsync(
        IServiceProvider services,
        string folder,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        await PrepareAsync(services, cancellationToken);
        services.GetRequiredService<EvidenceKey>().Make(EvidenceServices.DemonstrationOrigin);
        await services.GetRequiredService<DemonstrationAccounts>().PrepareAsync(folder, output, cancellationToken);
    }
}
