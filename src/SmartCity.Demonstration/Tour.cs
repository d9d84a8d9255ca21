using SmartCity.Demonstration.Chapters;
using SmartCity.Demonstration.Steps;

namespace SmartCity.Demonstration;

/// <summary>
/// Carries one project through its whole life, and knocks at the gates on the way. It is a client like any other: it
/// knows the service by its HTTP interface only, and tells what it was answered.
/// </summary>
public sealed class Tour(Stage stage)
{
    private static readonly TimeSpan BeyondTheWindow = TimeSpan.FromDays(200);

    /// <returns>The declaration of the project that was carried.</returns>
    public async Task<Guid> WalkAsync()
    {
        await stage.StartAsync();
        var (building, paying, accepting) = (new Building(stage), new Paying(stage), new Accepting(stage));
        var (registering, maintaining) = (new Registering(stage), new Maintaining(stage));

        var declaration = await new Declaring(stage).WalkAsync();
        await building.TooEarlyAsync(declaration);
        await paying.ArrangeAsync(declaration);
        await building.WalkAsync(declaration);
        await paying.PayFirstAsync(declaration);

        var acceptance = await accepting.WalkAsync(declaration);
        await paying.TooEarlyAsync(declaration);
        await registering.WalkAsync(declaration);
        await paying.PayBalanceAsync(declaration);
        await maintaining.WarrantyAsync(declaration);

        await new Sharing(stage).WalkAsync();
        await new CountyProject(stage).WalkAsync();
        await new Importing(stage).WalkAsync();
        await new Checking(stage).WalkAsync();

        stage.Chapter("运行一年");
        await stage.PassTimeAsync(stage.Today.AddYears(1).AddDays(BeyondTheWindow.Days), "运行一年，后评价窗口已过");
        var maintenance = await maintaining.RequestAsync(declaration);
        await new MoneySteps(stage).ApproveAsync("finance.officer", maintenance);
        await accepting.EvaluateAsync(acceptance);
        await maintaining.PayAsync(declaration, maintenance);
        stage.Summarise();
        return declaration;
    }
}
