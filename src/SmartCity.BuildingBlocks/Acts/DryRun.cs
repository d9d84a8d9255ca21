using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Acts;

/// <summary>
/// That a command is only asked about: the same handler judges it and is stopped where it would save. It locks nothing,
/// sends no statement that writes, leaves no audit entry and takes no key.
/// </summary>
public sealed class DryRun
{
    /// <summary>What a save returns instead of a receipt. Nobody is told it; whoever asked is told the verdict.</summary>
    private static readonly Error Stopped = Error.Conflict(
        "DRY_RUN",
        new("预检到此为止，未作任何改变。", "The dry run ends here; nothing was changed.")
    );

    private readonly List<Action> leftovers = [];

    /// <summary>
    /// What is wrong with the version named by If-Match, or null. A real act would end with it; here the rules are asked
    /// all the same, so that every reason is told.
    /// </summary>
    public Error? WrongVersion { get; private set; }

    /// <summary>The handler has come to its save: nothing but the version can stand in the way.</summary>
    public bool CameToSave { get; private set; }

    /// <summary>Nothing stands in the way of the command now.</summary>
    public bool Allows => CameToSave && WrongVersion is null;

    /// <summary>Whoever named no version named no old one either, so the first is kept.</summary>
    public void KeepWrongVersion(Error error) => WrongVersion ??= error;

    /// <summary>What a mechanism had to lay down in order to judge it; thrown away before anybody is answered.</summary>
    internal void ThrowAwayAtEnd(Action throwAway) => leftovers.Add(throwAway);

    internal void End()
    {
        leftovers.ForEach(throwAway => throwAway());
        leftovers.Clear();
    }

    /// <returns>A failure, so that the handler does nothing that follows a save.</returns>
    internal Error StopAtSave()
    {
        CameToSave = true;
        return Stopped;
    }
}
