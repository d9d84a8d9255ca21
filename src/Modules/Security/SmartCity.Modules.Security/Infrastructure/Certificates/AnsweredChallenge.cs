namespace SmartCity.Modules.Security.Infrastructure.Certificates;

/// <summary>That a challenge was answered, rightly or not. It is kept for as long as the challenge would count.</summary>
internal sealed class AnsweredChallenge
{
    /// <summary>Of its text, lower-case hex.</summary>
    public string Sha256 { get; init; } = "";

    public DateTimeOffset AnsweredAt { get; init; }
}
