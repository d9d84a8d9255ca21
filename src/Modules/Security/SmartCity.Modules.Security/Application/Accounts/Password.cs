namespace SmartCity.Modules.Security.Application.Accounts;

/// <summary>A password on its way to being hashed. It prints as stars, so that no log shows it by accident.</summary>
internal sealed class Password(string? value)
{
    /// <summary>Short enough that hashing one is no work for an attacker to order.</summary>
    public const int LongestLength = 128;

    public const int ShortestLength = 12;

    public string Value { get; } = value ?? "";

    public override string ToString() => "***";
}
