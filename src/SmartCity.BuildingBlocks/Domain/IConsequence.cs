namespace SmartCity.BuildingBlocks.Domain;

/// <summary>
/// What an act on an object brings about beside it, in rows of the same module: it takes effect with the object's own
/// change or not at all. What other modules may know is announced instead.
/// </summary>
public interface IConsequence;
