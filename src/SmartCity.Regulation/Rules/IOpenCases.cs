using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Regulation.Rules;

/// <summary>
/// The objects of one kind that a change of parameters can still concern: those whose next act is judged on what is on
/// record already. Each module registers its own; nobody's facts are gathered twice, because the act itself is begun.
/// </summary>
public interface IOpenCases
{
    /// <summary>The kind of object, as audit entries name it.</summary>
    string ObjectType { get; }

    /// <summary>Every open object, in any order.</summary>
    Task<IReadOnlyList<Guid>> IdsAsync(CancellationToken cancellationToken);

    /// <summary>Those among them that are still open, loaded without being tracked.</summary>
    Task<IReadOnlyList<CaseInProgress>> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
}

/// <summary>An open object and what comes next on it.</summary>
/// <param name="Label">How people call it: its number and name.</param>
public sealed record CaseInProgress(Guid Id, string Label, IReadOnlyList<NextAct> Acts);

/// <summary>An act that is judged on what is on record.</summary>
/// <param name="Command">Its logical name, such as <c>construction.start-construction</c>.</param>
/// <param name="Begin">Calls what the act calls; it is stopped at its first judging and can be begun again.</param>
/// <param name="NotOnRecord">Rules that it asks of what only its sender will say; their verdict is not known before.</param>
public sealed record NextAct(string Command, Func<RulesInForce, Result> Begin, params IReadOnlyList<IRule> NotOnRecord);
