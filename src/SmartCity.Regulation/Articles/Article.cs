namespace SmartCity.Regulation.Articles;

/// <summary>One article, cited by its number alone: two chapters are both the third (INT-24).</summary>
/// <param name="Number">1 to 44.</param>
/// <param name="SourceText">As received: a machine conversion into Traditional script.</param>
/// <param name="Text">Restored mainland Simplified Chinese; refusals quote it.</param>
public sealed record Article(int Number, string SourceText, string Text);

/// <summary>A chapter and the articles in it.</summary>
public sealed record Chapter(string Number, string Title, int FirstArticle, int LastArticle);

/// <summary>Where the text comes from.</summary>
/// <param name="Note">What was done to it.</param>
/// <param name="Sha256">The hash of the file as received.</param>
public sealed record TextSource(string Note, string Sha256);
