using SmartCity.Demonstration.Steps;

namespace SmartCity.Demonstration.Chapters;

/// <summary>Test, trial run, acceptance, use, and a year later the post-evaluation (articles 35 to 37).</summary>
internal sealed class Accepting(Stage stage)
{
    private const string Unit = "health.officer";

    private readonly AcceptanceSteps steps = new(stage);

    public async Task<Guid> WalkAsync(Guid declaration)
    {
        stage.Chapter("测试和三个月试运行");
        var acceptance = await steps.OfAsync(declaration);
        await steps.ApplyAsync(Unit, acceptance);
        await steps.UseAsync(Unit, acceptance);
        await steps.TestAsync(Unit, acceptance);
        var (from, until) = (stage.Today, stage.Today.AddMonths(3));
        await steps.PermitTrialAsync(acceptance, until.AddDays(30));
        await stage.PassTimeAsync(until.AddDays(-1), "试运行两个月又二十多天");
        await steps.LogTrialAsync(Unit, acceptance, from, stage.Today);
        await steps.FinishTrialAsync(Unit, acceptance);
        await stage.PassTimeAsync(until, "试运行满三个月");
        await steps.LogTrialAsync(Unit, acceptance, stage.Today, stage.Today);
        await steps.FinishTrialAsync(Unit, acceptance);

        stage.Chapter("验收和投入使用");
        await steps.ApplyAsync(Unit, acceptance);
        await steps.FormPanelAsync(acceptance);
        await steps.EvaluateSecurityAsync(acceptance, passed: false);
        await steps.ConcludeAsync(acceptance);
        await steps.UseAsync(Unit, acceptance);
        await steps.EvaluateSecurityAsync(acceptance, passed: true);
        await steps.UseAsync(Unit, acceptance);
        await steps.PostEvaluateAsync(acceptance);
        return acceptance;
    }

    /// <summary>The post-evaluation, when its window has come.</summary>
    public async Task EvaluateAsync(Guid acceptance)
    {
        stage.Chapter("运行一年后的评价");
        await steps.PostEvaluateAsync(acceptance);
    }
}
