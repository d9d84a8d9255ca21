using System.Collections.Concurrent;
using System.Reflection;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Testing;

/// <summary>
/// The record of the verdicts that truth tables saw. It is kept in a folder that <c>build/test.sh</c> names, one file for
/// each test process, so that processes side by side lose nothing; after all tests, rule AR16 asks that each rule was
/// seen satisfied and violated. Without a named folder nothing is kept.
/// </summary>
public static class RuleRecord
{
    /// <summary>Names the folder.</summary>
    public const string Variable = "SMARTCITY_RULE_RECORD";

    /// <summary>The file whose presence tells that every test of the product has run.</summary>
    public const string CompleteMark = "complete";

    private static readonly ConcurrentDictionary<(string Code, bool Satisfied), bool> Kept = new();
    private static readonly Lock Gate = new();

    public static string? Folder =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : null;

    /// <summary>The verdict of a rule on these facts, kept in the record: what a truth table asserts.</summary>
    public static bool Verdict<TFacts>(this Rule<TFacts> rule, TFacts facts, ParameterSnapshot? parameters = null)
        where TFacts : notnull =>
        Keep(rule.Code, rule.IsSatisfied(facts, parameters ?? ParameterSnapshot.AtPromulgation));

    /// <summary>Keeps a verdict.</summary>
    /// <returns>The verdict.</returns>
    public static bool Keep(string code, bool satisfied)
    {
        if (Folder is { } folder && Kept.TryAdd((code, satisfied), true))
        {
            lock (Gate)
            {
                Directory.CreateDirectory(folder);
                var process = $"{Assembly.GetEntryAssembly()?.GetName().Name}-{Environment.ProcessId}.verdicts";
                File.AppendAllText(Path.Combine(folder, process), $"{code},{satisfied}\n");
            }
        }

        return satisfied;
    }

    /// <summary>All that a folder keeps.</summary>
    public static IReadOnlySet<(string Code, bool Satisfied)> Read(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.verdicts")
            .SelectMany(File.ReadAllLines)
            .Select(line => line.Split(','))
            .Select(parts => (parts[0], bool.Parse(parts[1])))
            .ToHashSet();
}
