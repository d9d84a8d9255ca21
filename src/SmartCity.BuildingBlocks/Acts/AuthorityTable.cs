using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Acts;

/// <summary>One line of a module's authority table.</summary>
/// <param name="Request">The command or query.</param>
/// <param name="Name">Its logical name, such as <c>approval.report-to-finance</c>; audit entries carry it.</param>
/// <param name="Article">The article it is done under.</param>
/// <param name="Competent">Who is competent, in words, for those who are not.</param>
/// <param name="Roles">The roles that may send it; empty means every signed-in account.</param>
/// <param name="Bar">Why this actor may not send it whatever his role; null when nothing bars him.</param>
/// <param name="Stake">What is lost where its entry cannot be relied on.</param>
public sealed record Authority(
    Type Request,
    string Name,
    int Article,
    LocalizedText Competent,
    IReadOnlyCollection<string> Roles,
    Func<Actor, Error?> Bar,
    Stake Stake
);

/// <summary>
/// Actor × command of one module in one table, checked before anything else. What an actor may do on a particular
/// object is asked after it is loaded, see <see cref="Act.Authorise"/>.
/// </summary>
public abstract class AuthorityTable
{
    private readonly Dictionary<Type, Authority> authorities = [];

    public IReadOnlyCollection<Authority> Authorities => authorities.Values;

    /// <summary>What keeps an actor from every command of the module, whatever his role; told before the role is asked.</summary>
    protected virtual Error? Bar(Actor actor) => null;

    public Authority? Of(Type request) => authorities.GetValueOrDefault(request);

    protected void Command<TCommand>(
        Stake stake,
        string name,
        int article,
        LocalizedText competent,
        params string[] roles
    )
        where TCommand : ICommand
    {
        ArgumentOutOfRangeException.ThrowIfZero(roles.Length);
        authorities.Add(typeof(TCommand), new(typeof(TCommand), name, article, competent, roles, Bar, stake));
    }

    /// <summary>What is read was asked for before; nothing but the object's own authority keeps anybody from the record.</summary>
    protected void RecordOfReading<TCommand>(string name, int article, LocalizedText competent)
        where TCommand : IRecordsReading =>
        authorities.Add(
            typeof(TCommand),
            new(typeof(TCommand), name, article, competent, [], _ => null, Stake.Reading)
        );

    /// <summary>How somebody signs in himself is nobody else's business; nothing but the object's own authority bars him.</summary>
    protected void OwnSignIn<TCommand>(string name, int article, LocalizedText competent)
        where TCommand : IKeepsOwnSignIn =>
        authorities.Add(
            typeof(TCommand),
            new(typeof(TCommand), name, article, competent, [], _ => null, Stake.Reading)
        );

    /// <summary>
    /// What is asked on the way to a command, such as how a file would be judged: it is for those who may send the command,
    /// and whom that bars, this bars too.
    /// </summary>
    protected void QueryBeforeCommand<TQuery>(string name, int article, LocalizedText competent, params string[] roles)
    {
        ArgumentOutOfRangeException.ThrowIfZero(roles.Length);
        authorities.Add(typeof(TQuery), new(typeof(TQuery), name, article, competent, roles, Bar, Stake.Reading));
    }

    protected void Query<TQuery>(string name, int article, LocalizedText competent, params string[] roles) =>
        authorities.Add(typeof(TQuery), new(typeof(TQuery), name, article, competent, roles, _ => null, Stake.Reading));
}

/// <summary>Every module's table, asked by request type.</summary>
public sealed class Authorities(IEnumerable<AuthorityTable> tables)
{
    private readonly Dictionary<Type, Authority> byRequest = tables
        .SelectMany(table => table.Authorities)
        .ToDictionary(authority => authority.Request);

    public IReadOnlyCollection<Authority> All => byRequest.Values;

    /// <exception cref="InvalidOperationException">No table names the request: a bug that an architecture rule finds.</exception>
    public Authority Of(Type request) =>
        byRequest.GetValueOrDefault(request)
        ?? throw new InvalidOperationException($"No authority is stated for {request.Name}.");

    /// <summary>May this actor send this request at all?</summary>
    public Result Permit(Type request, Actor actor)
    {
        var authority = Of(request);
        var writes =
            typeof(ICommand).IsAssignableFrom(request)
            && !typeof(IRecordsReading).IsAssignableFrom(request)
            && !typeof(IKeepsOwnSignIn).IsAssignableFrom(request);
        if (actor.ReadsOnly && writes)
        {
            return Error.Forbidden(
                "READ_ONLY_ROLE",
                new(
                    "审计、纪检监察账号只能查看，不能办理。（依据第三十四条）",
                    "Oversight accounts read everything and write nothing (article 34)."
                )
            );
        }

        if (authority.Bar(actor) is { } barred)
        {
            return barred;
        }

        if (authority.Roles.Count == 0 || authority.Roles.Contains(actor.Role))
        {
            return Result.Success;
        }

        return Error.WrongAuthority(authority.Competent, authority.Article);
    }
}
