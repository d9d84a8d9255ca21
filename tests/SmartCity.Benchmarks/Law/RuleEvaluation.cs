using System.Diagnostics;
using System.Text.Json;
using SmartCity.Benchmarks.Frame;
using SmartCity.Regulation.Parameters;
using SmartCity.Regulation.Rules;

namespace SmartCity.Benchmarks.Law;

/// <summary>
/// Every rule of the register in turn, found by its code and asked of facts that are read from JSON, by one thread; no
/// HTTP.
/// </summary>
internal sealed class RuleEvaluation : IExercise
{
    private const int AtOnce = 10_000;

    private static readonly TimeSpan Unmeasured = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(4);

    private static readonly Figure Rate = new(
        "rules",
        "rules found in the register and judged on facts read from JSON, one thread",
        "-",
        Goal.AtLeast(50_000),
        "/s",
        ["SmartCity.Benchmarks/Law/RuleEvaluation.cs"]
    );

    private readonly RuleRegister register = new(Api.ModuleList.All);
    private readonly ParameterSnapshot parameters = ParameterSnapshot.AtPromulgation;
    private (string Code, byte[] Facts)[] questions = [];

    public IReadOnlyList<Figure> Figures { get; } = [Rate];

    public Task PrepareAsync(Workbench workbench, CancellationToken cancellationToken)
    {
        questions = [.. register.Rules.Select(one => (one.Rule.Code, ExampleFacts.Of(one.Rule.FactsType)))];
        Measure(Unmeasured, cancellationToken);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Sample>> RunAsync(int run, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Sample>>([new(Rate, Measure(Measured, cancellationToken), null)]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private double Measure(TimeSpan duration, CancellationToken cancellationToken)
    {
        long judged = 0;
        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) < duration)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var one = 0; one < AtOnce; one++)
            {
                var (code, facts) = questions[judged++ % questions.Length];
                Judge(code, facts);
            }
        }

        return judged / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private void Judge(string code, byte[] facts)
    {
        using var posted = JsonDocument.Parse(facts);
        var question = register.Find(code)!.Rule.OnPosted(posted.RootElement);
        if (question.IsFailure)
        {
            throw new InvalidOperationException($"{code}: {question.Failure.Code}");
        }

        question.Value.IsSatisfied(parameters);
    }
}
