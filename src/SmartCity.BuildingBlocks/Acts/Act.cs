using System.Text.Json;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;

namespace SmartCity.BuildingBlocks.Acts;

/// <summary>The object of an act, as audit entries and messages name it.</summary>
/// <param name="Type">The kind of object, such as <c>declaration</c>.</param>
/// <param name="Id">Its identity.</param>
public sealed record ObjectReference(string Type, string Id)
{
    public static ObjectReference To(AggregateRoot root) => new(ObjectNames.TypeName(root.GetType()), root.Identity);
}

/// <summary>One rule as it was judged within an act: enough to judge it again later.</summary>
/// <param name="Rule">The rule's code.</param>
/// <param name="Satisfied">The verdict.</param>
/// <param name="RuleVersion">The version of the parameters it was judged under.</param>
/// <param name="Facts">The facts as a JSON object.</param>
public sealed record Judgement(string Rule, bool Satisfied, int RuleVersion, JsonElement Facts);

/// <summary>What an actor may do on one particular object.</summary>
/// <param name="MayRead">Where this is false the object does not exist for him.</param>
/// <param name="Denial">Why he may not do it although he may read it; null when he may.</param>
public sealed record ObjectAuthority<TRoot>(Func<Actor, TRoot, bool> MayRead, Func<Actor, TRoot, Error?> Denial)
    where TRoot : AggregateRoot;

/// <summary>
/// The act that is being carried out in this scope: one command of one actor. It gathers what the audit entry tells,
/// and it is the proof, demanded at save, that authority was asked for.
/// </summary>
public sealed class Act(RequestContext context, IIdSource ids, TimeProvider time, ILegalClock legalClock)
{
    private readonly List<Judgement> judgements = [];
    private readonly List<NamedDocument> namedDocuments = [];

    public RequestContext Context => context;

    public Actor Actor => context.Actor;

    /// <summary>The id of the audit entry that this act leaves, accepted or not; empty in a dry run, which leaves none.</summary>
    public Guid AuditEntry { get; private set; }

    public string Command { get; private set; } = "";

    public int Article { get; private set; }

    /// <summary>SHA-256 over the canonical form of the command, lower-case hex.</summary>
    public string RequestHash { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public DateOnly LegalDate { get; private set; }

    public ObjectReference? Target { get; private set; }

    public AggregateRoot? Root { get; private set; }

    public bool AuthorityDemanded { get; private set; }

    public IReadOnlyList<Judgement> Judgements => judgements;

    /// <summary>The documents that the command named; the entry commits to them.</summary>
    public IReadOnlyList<NamedDocument> NamedDocuments => namedDocuments;

    /// <summary>Which entry's content the act erases; null for every other act.</summary>
    public NamedErasure? NamedErasure { get; private set; }

    /// <summary>What was looked at, where it is a reading; null for every other act.</summary>
    public LookedAt? LookedAt { get; private set; }

    /// <summary>
    /// Demands that the actor may do this on this object in the version he has seen. Not allowed to read answers like
    /// absent.
    /// </summary>
    /// <param name="root">The object as loaded, or null where there is none.</param>
    /// <param name="authority">What the module says about actor and object.</param>
    /// <param name="expectedVersion">The version the sender has seen; null for an object made by this very act.</param>
    public Result Authorise<TRoot>(TRoot? root, ObjectAuthority<TRoot> authority, long? expectedVersion = null)
        where TRoot : AggregateRoot
    {
        AuthorityDemanded = true;
        if (root is null)
        {
            return Error.NotFound(ObjectNames.Of(typeof(TRoot)));
        }

        Target = new(ObjectNames.TypeName(typeof(TRoot)), root.Identity);
        if (!authority.MayRead(Actor, root))
        {
            return Error.NotFound(ObjectNames.Of(typeof(TRoot)));
        }

        if (authority.Denial(Actor, root) is { } denial)
        {
            return denial;
        }

        if (expectedVersion is { } expected && expected != root.Version)
        {
            if (context.DryRun is not { } dryRun)
            {
                return Error.VersionConflict();
            }

            dryRun.KeepWrongVersion(Error.VersionConflict());
        }

        Root = root;
        return Result.Success;
    }

    /// <summary>Keeps a verdict for the audit entry.</summary>
    public void Record(Judgement judgement) => judgements.Add(judgement);

    /// <summary>Keeps for the audit entry which document the command names, accepted or not; each of them once.</summary>
    public void Name(NamedDocument document)
    {
        if (!namedDocuments.Contains(document))
        {
            namedDocuments.Add(document);
        }
    }

    /// <summary>Keeps for the audit entry whose content is erased, and why.</summary>
    public void Name(NamedErasure erasure) => NamedErasure = erasure;

    /// <summary>
    /// Begins an act that a module does by itself because its time has come: nobody sent a command. It is audited as any
    /// other, and the module is its actor.
    /// </summary>
    /// <param name="module">The module's name.</param>
    /// <param name="command">The act's logical name, prefixed by the module's schema.</param>
    /// <param name="article">The article it is done under.</param>
    /// <param name="what">What is done, for the entry's hash.</param>
    public void BeginByItself(string module, string command, int article, object what)
    {
        context.Actor = Actor.Module(module);
        Begin(command, article, CanonicalJson.HashOf(what));
    }

    internal void Begin(Authority authority, string requestHash) =>
        Begin(authority.Name, authority.Article, requestHash);

    internal void BeginReading(Authority authority, LookedAt lookedAt, string requestHash)
    {
        Begin(authority, requestHash);
        LookedAt = lookedAt;
    }

    private void Begin(string command, int article, string requestHash)
    {
        AuditEntry = context.DryRun is null ? ids.Next() : Guid.Empty;
        Command = command;
        Article = article;
        RequestHash = requestHash;
        At = time.GetUtcNow();
        LegalDate = legalClock.Today;
        Target = null;
        Root = null;
        LookedAt = null;
        AuthorityDemanded = false;
        judgements.Clear();
        namedDocuments.Clear();
        NamedErasure = null;
    }

    internal Receipt ToReceipt() => new(Guid.Parse(Root!.Identity), Root.Version, AuditEntry, Article);
}
