using SmartCity.Benchmarks.Frame;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.Demonstration;
using SmartCity.Demonstration.Steps;

namespace SmartCity.Benchmarks.Reading;

/// <summary>Four projects of one unit, each further on its way, declared through the service itself.</summary>
internal static class ModelProjects
{
    private const string Unit = "health.officer";
    private const string Office = "informatization.officer";
    private static readonly int[] Panel = [1, 2, 3, 4, 5];

    /// <returns>A draft, a declared one, one reported to finance, and one whose money is arranged.</returns>
    public static async Task<IReadOnlyList<Guid>> DeclareAsync(
        Workbench workbench,
        DatabaseChoice database,
        string folder,
        CancellationToken cancellationToken
    )
    {
        await using var service = await workbench.StartProductAsync(
            database,
            folder,
            cancellationToken,
            environment: "Demonstration"
        );
        var accounts = await Workbench.AccountsAsync(folder, cancellationToken);
        using var stage = new Stage(service.Address, accounts, new Narrator(TextWriter.Null), cancellationToken);
        await stage.StartAsync();
        var (steps, money) = (new DeclarationSteps(stage), new MoneySteps(stage));
        var item = (await steps.PlanAsync(Office)).Id;
        var projects = new List<Guid>();
        for (var stop = 0; stop < 4; stop++)
        {
            var sheet = await steps.SheetAsync();
            sheet["masterPlanItem"] = item.ToString();
            var project = (await steps.DraftAsync(Unit, sheet)).Id;
            projects.Add(project);
            await steps.AttachBothAsync(Unit, project);
            if (stop == 0)
            {
                continue;
            }

            await steps.SubmitAsync(Unit, project);
            if (stop == 1)
            {
                continue;
            }

            await steps.PanelAsync(Office, project, Panel);
            foreach (var expert in Panel)
            {
                await steps.OpinionAsync(expert, project, 1, "pass", []);
            }

            await steps.ConcludeAsync(Office, project, passed: true, "3000000.00");
            await steps.ReportToFinanceAsync(Office, project, "2800000.00");
            if (stop == 3)
            {
                await money.ArrangeAsync("finance.officer", project, "2800000.00");
            }
        }

        string[] states = ["draft", "declared", "reportedToFinance", "fundArranged"];
        foreach (var (project, expected) in projects.Zip(states))
        {
            var state = (await stage.ReadAsync(Office, DeclarationSteps.PathOf(project)))["state"]!.GetValue<string>();
            if (state != expected)
            {
                throw new InvalidOperationException($"A project that should be {expected} is {state}.");
            }
        }

        return projects;
    }
}
