namespace SmartCity.BuildingBlocks.Results;

/// <summary>The languages in which the service speaks to people.</summary>
public enum Language
{
    Chinese,
    English,
}

/// <summary>One text for people, in plain Simplified Chinese and in English.</summary>
public sealed record LocalizedText(string Chinese, string English)
{
    public string In(Language language) => language == Language.English ? English : Chinese;
}
