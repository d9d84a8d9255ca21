namespace SmartCity.EndToEndTests.Access;

/// <summary>A kind of object: where one of a unit's stands, who reads it, and why nobody else does.</summary>
/// <param name="List">The list it stands in; its export and its filters tell it to nobody else either.</param>
/// <param name="Filter">What the owner picks it out by; <c>{declaration}</c> is the project's.</param>
/// <param name="Owner">The account that has it.</param>
/// <param name="Readers">All others of the cast that read it: own unit first, then who is named by the rule.</param>
/// <param name="Article">The article that the rule rests on.</param>
/// <param name="Why">The rule in a sentence.</param>
internal sealed record KindOfObject(string List, string Filter, string Owner, string[] Readers, int Article, string Why)
{
    /// <summary>What is read of one object below its address; the object itself where nothing is named.</summary>
    public string[] Parts { get; init; } = [""];

    /// <summary>Other addresses that tell of it, where <c>{declaration}</c> and <c>{id}</c> are filled in.</summary>
    public string[] Elsewhere { get; init; } = [];

    /// <summary>Which member of a line the object is read by.</summary>
    public string Key { get; init; } = "id";

    /// <summary>False for what is read in the list only.</summary>
    public bool HasAddress { get; init; } = true;

    public bool IsReadBy(string account) => account == Owner || Readers.Contains(account);

    public override string ToString() => List;
}
