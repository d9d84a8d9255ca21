using System.Globalization;

namespace SmartCity.Evidence;

/// <summary>A text in both languages.</summary>
internal sealed record Words(string Chinese, string English)
{
    public string In(bool english) => english ? English : Chinese;
}

/// <summary>What the program ends with.</summary>
internal enum ExitCode
{
    /// <summary>Everything in it is proved, and nothing is missing.</summary>
    Proved = 0,

    /// <summary>Something contradicts the signatures, or the policy is not met: do not rely on it.</summary>
    Contradicted = 1,

    /// <summary>The command is wrong, or a file cannot be read.</summary>
    Usage = 2,

    /// <summary>What is there is proved, but something is missing.</summary>
    Incomplete = 3,
}

/// <summary>
/// What a verification found, in plain words. It keeps the first findings of each kind and counts the rest, so that a
/// dossier that is wrong throughout costs no more memory than one that is right.
/// </summary>
internal sealed class Report
{
    private const int MostKept = 100;
    private readonly List<Words> proved = [];
    private readonly List<Words> missing = [];
    private readonly List<Words> contradictions = [];

    public IReadOnlyList<Words> ProvedThings => proved;

    public IReadOnlyList<Words> MissingThings => missing;

    public IReadOnlyList<Words> ContradictionsFound => contradictions;

    public long MissingCount { get; private set; }

    public long ContradictionCount { get; private set; }

    public ExitCode ExitCode =>
        ContradictionCount > 0 ? ExitCode.Contradicted
        : MissingCount > 0 ? ExitCode.Incomplete
        : ExitCode.Proved;

    public void Proved(string chinese, string english) => proved.Add(new(chinese, english));

    public void Missing(string chinese, string english)
    {
        MissingCount++;
        Keep(missing, new(chinese, english));
    }

    public void Contradicted(string chinese, string english)
    {
        ContradictionCount++;
        Keep(contradictions, new(chinese, english));
    }

    public void Write(TextWriter output, bool english)
    {
        Section(output, english, new("已证明", "Proved"), proved, proved.Count);
        Section(output, english, new("缺少的", "Missing"), missing, MissingCount);
        Section(output, english, new("与签名或散列不符的", "Contradicted"), contradictions, ContradictionCount);
        output.WriteLine(Verdict.In(english));
    }

    private Words Verdict =>
        ExitCode switch
        {
            ExitCode.Proved => new(
                "结论：内容真实、完整，截至上述检查点。",
                "Verdict: authentic and complete, up to the checkpoint above."
            ),
            ExitCode.Incomplete => new(
                "结论：现有内容真实，但有缺少，见上。",
                "Verdict: what is there is authentic, but something is missing, see above."
            ),
            _ => new("结论：不可采信，见上。", "Verdict: not to be relied on, see above."),
        };

    private static void Section(TextWriter output, bool english, Words title, List<Words> findings, long count)
    {
        if (count == 0)
        {
            return;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title.In(english)} ({count})"));
        foreach (var finding in findings)
        {
            output.WriteLine($"  - {finding.In(english)}");
        }

        if (count > findings.Count)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  … +{count - findings.Count}"));
        }
    }

    private static void Keep(List<Words> kept, Words finding)
    {
        if (kept.Count < MostKept)
        {
            kept.Add(finding);
        }
    }
}
