using SmartCity.Demonstration.Chapters;

namespace SmartCity.Demonstration;

/// <summary>
/// Carries one project through its whole life, and knocks at the gates on the way. It is a client like any other: it
/// knows the service by its HTTP interface only, and tells what it was answered.
/// </summary>
public sealed class Tour(Stage stage)
{
    public async Task WalkAsync()
    {
        await stage.StartAsync();
        var declaration = await new Declaring(stage).WalkAsync();
        stage.Summarise();
    }
}
