using System.Text;

namespace SmartCity.Demonstration.Chapters;

/// <summary>
/// Numbers are judged by the national standards, the doubtful ones with what would settle them; and a faulty listing of the
/// next year's days off is looked at without being entered.
/// </summary>
internal sealed class Checking(Stage stage)
{
    private const string Calendar = "api/v1/regulation/calendar";

    public async Task WalkAsync()
    {
        stage.Chapter("核对号码，预览放假安排");
        await stage.CheckAsync(
            "health.officer",
            "核对几个号码",
            "api/v1/regulation/identifier-checks",
            [
                ("residentId", "11010519491231002X"),
                ("residentId", "110105194912310021"),
                ("creditCode", "91350100M000100Y43"),
                ("creditCode", "91350211M0000XUF46"),
                ("countyCode", "610427"),
                ("coordinates", "34.3296,108.7091,CGCS2000"),
            ]
        );
        var years = (await stage.ReadAsync("informatization.officer", Calendar))["items"]!.AsArray();
        var next = years[^1]!["year"]!.GetValue<int>() + 1;
        await stage.PreviewAsync(
            "informatization.officer",
            $"预览一份有错的 {next} 年放假安排",
            $"{Calendar}/previews?year={next}",
            "calendar.csv",
            Encoding.UTF8.GetBytes(
                $"日期,名称,类型\n{next}-01-01,元旦,放假\n{next}-01-01,元旦,放假\n{next - 2}-05-01,劳动节,放假\n"
            )
        );
    }
}
