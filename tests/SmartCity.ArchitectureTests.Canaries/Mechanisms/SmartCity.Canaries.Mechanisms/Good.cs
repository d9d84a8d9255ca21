namespace SmartCity.Canaries.Mechanisms;

/// <summary>A word in a comment, such as tender or Alpha, is no name.</summary>
public sealed record MessageEnvelope(string Name, string Text = "accepted");
