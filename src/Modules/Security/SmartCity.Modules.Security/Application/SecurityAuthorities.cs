using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Auditing;
using SmartCity.Modules.Security.Application.Certificates;
using SmartCity.Modules.Security.Application.Delegating;
using SmartCity.Modules.Security.Application.Evidence;
using SmartCity.Modules.Security.Application.Exporting;
using SmartCity.Modules.Security.Application.Mailing;
using SmartCity.Modules.Security.Application.Notices;
using SmartCity.Modules.Security.Application.Posts;
using SmartCity.Modules.Security.Application.Powers;
using SmartCity.Modules.Security.Application.SecondFactors;
using SmartCity.Modules.Security.Application.Units;
using SmartCity.Modules.Security.Contracts;
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

/// <summary>Who may register and close, who may look, and whose notices are whose. Article 32 asks for identity and access control.</summary>
internal sealed class SecurityAuthorities : AuthorityTable
{
    private static readonly LocalizedText Administrators = new("系统管理员", "an administrator");
    private static readonly LocalizedText Everybody = new("全体已登录账号", "every signed-in account");
    private static readonly LocalizedText System = new("本系统", "the system itself");
    private static readonly LocalizedText RegisterReaders = new(
        "系统管理员、信息化主管部门、审计和纪检监察机关",
        "administrators, the informatization offices, audit and discipline inspection"
    );

    private static readonly LocalizedText AdministratorsAndOversight = new(
        "系统管理员、审计和纪检监察机关",
        "administrators, audit and discipline inspection"
    );

    private static readonly LocalizedText ReadersOfAll = new(
        "市政府信息办、审计机关和纪检监察机关",
        "the municipal informatization office, audit and discipline inspection"
    );

    private static readonly LocalizedText ReadersOfCertificatesWords = new(
        "系统管理员、审计机关和纪检监察机关",
        "administrators, audit and discipline inspection"
    );

    private static readonly LocalizedText InformatizationOfficeWords = new(
        "市政府信息办",
        "the municipal informatization office"
    );

    public SecurityAuthorities()
    {
        // The module itself registers too: the first administrator from the command line, and the demonstration's units.
        Command<RegisterUnit>(
            Stake.Rights,
            "security.register-unit",
            32,
            Administrators,
            Roles.Administrator,
            Actor.ModuleRole
        );
        // Whoever takes over has another's business from then on.
        Command<MergeUnit>(Stake.Rights, "security.merge-unit", 5, Administrators, Roles.Administrator);
        Command<RenameUnit>(Stake.Business, "security.rename-unit", 32, Administrators, Roles.Administrator);
        Command<RegisterAccount>(
            Stake.Rights,
            "security.register-account",
            32,
            Administrators,
            Roles.Administrator,
            Actor.ModuleRole
        );
        Command<ConfirmAccount>(Stake.Rights, "security.confirm-account", 32, Administrators, Roles.Administrator);
        Command<CloseAccount>(Stake.Business, "security.close-account", 32, Administrators, Roles.Administrator);
        Command<RecordDeparture>(Stake.Business, "security.record-departure", 29, Administrators, Roles.Administrator);
        Command<ReplaceClientKeys>(
            Stake.Rights,
            "security.replace-client-keys",
            32,
            Administrators,
            Roles.Administrator
        );
        Command<ConfineToBoundTokens>(
            Stake.Rights,
            "security.confine-to-bound-tokens",
            32,
            Administrators,
            Roles.Administrator
        );
        Command<BindCertificate>(Stake.Rights, "security.bind-certificate", 32, Administrators, Roles.Administrator);
        Command<UnbindCertificate>(
            Stake.Business,
            "security.unbind-certificate",
            32,
            Administrators,
            Roles.Administrator
        );
        // Whoever may still read has to be able to sign in.
        Command<SignInWithCertificate>(
            Stake.Reading,
            "security.sign-in-with-certificate",
            32,
            System,
            Actor.ModuleRole
        );
        Query<ListCertificates>("security.list-certificates", 32, ReadersOfCertificatesWords, ReadersOfCertificates);
        Query<GetCertificate>("security.get-certificate", 32, ReadersOfCertificatesWords, ReadersOfCertificates);
        Command<AppointToPost>(
            Stake.Rights,
            "security.appoint-to-post",
            11,
            Administrators,
            Roles.Administrator,
            Actor.ModuleRole
        );
        Command<EndPost>(Stake.Business, "security.end-post", 11, Administrators, Roles.Administrator);
        Query<ListPosts>("security.list-posts", 11, Everybody);
        Query<ReadPost>("security.read-post", 11, Everybody);
        Query<ListUnits>("security.list-units", 32, Everybody);
        Query<ReadUnit>("security.read-unit", 32, Everybody);
        Query<ListAccounts>("security.list-accounts", 32, RegisterReaders, ReadersOfAccounts);
        Query<ReadAccount>("security.read-account", 32, RegisterReaders, ReadersOfAccounts);
        Query<WhoAmI>("security.who-am-i", 32, Everybody);
        Query<GetOwnSecondFactor>("security.get-own-second-factor", 32, Everybody);
        Query<ProposeSecondFactor>("security.propose-second-factor", 32, Everybody);
        OwnSignIn<SetUpSecondFactor>("security.set-up-second-factor", 32, Everybody);
        OwnSignIn<MakeRecoveryCodesAnew>("security.make-recovery-codes-anew", 32, Everybody);
        OwnSignIn<SpendRecoveryCode>("security.spend-recovery-code", 32, Everybody);
        Command<TakeSecondFactorAway>(
            Stake.Rights,
            "security.take-second-factor-away",
            32,
            Administrators,
            Roles.Administrator
        );
        Query<ReadSecondFactor>("security.read-second-factor", 32, RegisterReaders, ReadersOfAccounts);
        Query<ListPowers>("security.list-powers", 32, AdministratorsAndOversight, ReadersOfPowers);
        Query<ListAuditEntries>("security.list-audit-entries", 34, Everybody);
        Query<ReadAuditEntry>("security.read-audit-entry", 34, Everybody);
        RecordOfReading<BeginExport>("security.begin-export", 34, Everybody);
        RecordOfReading<CompleteExport>("security.complete-export", 34, Everybody);
        Query<ListExports>("security.list-exports", 34, Everybody);
        Query<ReadExport>("security.read-export", 34, Everybody);
        Query<ReadLog>("security.read-log", 34, Everybody);
        Query<ReadReceipt>("security.read-receipt", 34, Everybody);
        Query<ReadConsistency>("security.read-consistency", 34, Everybody);
        // What is erased cannot be looked at again by anybody: not while nobody outside vouches for the decision.
        Command<EraseContent>(
            Stake.Rights,
            "security.erase-content",
            32,
            InformatizationOfficeWords,
            Roles.InformatizationOffice
        );
        Command<CompleteErasure>(Stake.Business, "security.complete-erasure", 32, System, Actor.ModuleRole);
        Query<OpenDossier>("security.open-dossier", 34, ReadersOfAll, TakersOfDossiers);
        Command<FileNotice>(Stake.Business, "security.file-notice", 5, System, Actor.ModuleRole);
        Command<SendDigest>(Stake.Business, "security.send-digest", 5, System, Actor.ModuleRole);
        Command<MoveNotices>(Stake.Business, "security.move-notices", 5, System, Actor.ModuleRole);
        Query<ListNotices>("security.list-notices", 5, Everybody);
        Query<CountNotices>("security.count-notices", 5, Everybody);
        Query<GetNotice>("security.get-notice", 5, Everybody);
        RecordOfReading<MarkNoticeRead>("security.mark-notice-read", 5, Everybody);
        RecordOfReading<MarkAllRead>("security.mark-all-read", 5, Everybody);
        Command<MarkNoticeActed>(Stake.Business, "security.mark-notice-acted", 5, Everybody, WhoeverActs);
        Query<GetNoticeBox>("security.get-notice-box", 5, Everybody);
        Command<SetUpNoticeBox>(Stake.Business, "security.set-up-notice-box", 5, Everybody, WhoeverActs);
        Command<RecordDelegation>(Stake.Rights, "security.record-delegation", 29, Everybody, WhoeverActs);
        Command<EndDelegation>(Stake.Business, "security.end-delegation", 29, Everybody, WhoeverActs);
        Query<ListDelegations>("security.list-delegations", 29, Everybody);
        Query<GetDelegation>("security.get-delegation", 29, Everybody);
        Command<SettleMail>(Stake.Business, "security.settle-mail", 5, System, Actor.ModuleRole);
        Command<ResendMail>(Stake.Business, "security.resend-mail", 5, Administrators, Roles.Administrator);
        Query<ListMails>("security.list-mails", 5, Administrators, Roles.Administrator);
    }

    // Everybody but those who oversee and the modules.
    private static string[] WhoeverActs =>
        [
            .. Roles.OfLeadUnits,
            Roles.CountyInformatizationOffice,
            Roles.Expert,
            Roles.Contractor,
            Roles.PublicEnterprise,
            Roles.Administrator,
        ];

    // A dossier holds every entry of an object, whoever acted: it is for those who may read them all.
    private static string[] TakersOfDossiers =>
        [Roles.InformatizationOffice, Roles.AuditOffice, Roles.DisciplineInspection];

    private static string[] ReadersOfPowers => [Roles.Administrator, .. Roles.OfOversight];

    // The informatization offices choose experts among the accounts; oversight reads everything (article 34).
    private static string[] ReadersOfAccounts =>
        [
            Roles.Administrator,
            Roles.InformatizationOffice,
            Roles.CountyInformatizationOffice,
            Roles.AuditOffice,
            Roles.DisciplineInspection,
        ];

    private static string[] ReadersOfCertificates =>
        [Roles.Administrator, Roles.AuditOffice, Roles.DisciplineInspection];

    /// <summary>The table above says all there is to say about certificates, and about whose they are.</summary>
    public static ObjectAuthority<AccountCertificate> OnCertificate { get; } = new((_, _) => true, (_, _) => null);

    /// <inheritdoc cref="OnCertificate"/>
    public static ObjectAuthority<Account> OnAccountOfCertificate { get; } = new((_, _) => true, (_, _) => null);

    /// <summary>The table above says all there is to say about units.</summary>
    public static ObjectAuthority<Unit> OnUnit { get; } = new((_, _) => true, (_, _) => null);

    /// <summary>Nor is there more to say about posts.</summary>
    public static ObjectAuthority<Post> OnPost { get; } = new((_, _) => true, (_, _) => null);

    /// <summary>Whoever exports a list records it himself.</summary>
    public static ObjectAuthority<Export> OnExport { get; } =
        new((actor, export) => actor.Account == export.Account.Value, (_, _) => null);

    /// <summary>Whoever raises a notice, the module files it.</summary>
    public static ObjectAuthority<Notice> OnFiledNotice { get; } = new((_, _) => true, (_, _) => null);

    /// <summary>What is not in the actor's inbox today is not there for him.</summary>
    public static ObjectAuthority<Notice> OnNoticeOf(Inbox inbox) =>
        new((_, notice) => inbox.Has(notice), (_, _) => null);

    /// <summary>Whose content may be erased, and by whom not, is for the rules of article 32 to say.</summary>
    public static ObjectAuthority<Erasure> OnErasure { get; } = new((_, _) => true, (_, _) => null);

    /// <summary>Everybody keeps his own box.</summary>
    public static ObjectAuthority<NoticeBox> OnNoticeBox { get; } =
        new((actor, box) => actor.Account == box.Id.Value, (_, _) => null);

    /// <summary>The table above lets only the module send what it does with boxes.</summary>
    public static ObjectAuthority<NoticeBox> OnSystemsNoticeBox { get; } = new((_, _) => true, (_, _) => null);

    /// <summary>Nor is there more to say about mails.</summary>
    public static ObjectAuthority<MailDelivery> OnMail { get; } = new((_, _) => true, (_, _) => null);

    /// <summary>Everybody keeps his own.</summary>
    public static ObjectAuthority<SecondFactor> OnOwnSecondFactor { get; } =
        new((actor, factor) => actor.Account == factor.Id.Value, (_, _) => null);

    /// <summary>Nobody takes his own away: whoever holds his session could make his account weaker.</summary>
    public static ObjectAuthority<SecondFactor> OnOthersSecondFactor { get; } =
        new(
            (_, _) => true,
            (actor, factor) =>
                actor.Account == factor.Id.Value
                    ? Error.Forbidden(
                        "OWN_SECOND_FACTOR",
                        new(
                            "不能取消自己的第二因素，请由其他系统管理员办理。",
                            "Another administrator must take your second factor away."
                        )
                    )
                    : null
        );

    /// <summary>Everybody records his own absence, and an administrator anybody's.</summary>
    public static ObjectAuthority<Account> OnAbsentee { get; } =
        new((actor, account) => IsHisOrAdministrators(actor, account.Id), (_, _) => null);

    /// <summary>The unit knows of it; the absentee and administrators decide.</summary>
    public static ObjectAuthority<Delegation> OnDelegation { get; } =
        new(
            (actor, delegation) => DelegationAccess.ReadableBy(actor).Compile(preferInterpretation: true)(delegation),
            (actor, delegation) =>
                IsHisOrAdministrators(actor, delegation.Absentee)
                    ? null
                    : Error.Forbidden(
                        "NOT_YOUR_DELEGATION",
                        new(
                            "代办委托由被代办人本人或者系统管理员办理。",
                            "A delegation is for the absentee himself or an administrator to change."
                        )
                    )
        );

    private static bool IsHisOrAdministrators(Actor actor, AccountId account) =>
        actor.Role == Roles.Administrator || actor.Account == account.Value;

    /// <summary>The rule of article 32 says the rest about who confirms.</summary>
    public static ObjectAuthority<Account> OnAwaitingAccount { get; } = new((_, _) => true, (_, _) => null);

    /// <summary>Nobody closes his own account: an office without its last administrator could not be helped.</summary>
    public static ObjectAuthority<Account> OnAccount { get; } =
        new(
            (_, _) => true,
            (actor, account) =>
                actor.Account == account.Id.Value
                    ? Error.Forbidden(
                        "OWN_ACCOUNT",
                        new(
                            "不能注销自己的账号，请由其他系统管理员办理。",
                            "Another administrator must close your account."
                        )
                    )
                    : null
        );
}
