using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Approval.Application.Importing;

/// <summary>
/// The command line's way to import a list: <c>import-projects FILE --as USER-NAME</c>. The account acts as if it had sent
/// the file itself: what it may not do over HTTP it may not do here.
/// </summary>
internal static class ImportProjects
{
    public const string CommandName = "import-projects";

    private const int Done = 0;
    private const int NotAllDone = 1;
    private const int WrongArguments = 2;

    /// <returns>0 when every row is in, 1 when the file or a row was refused, 2 when the arguments are wrong.</returns>
    public static async Task<int> RunAsync(
        IServiceProvider services,
        IReadOnlyList<string> arguments,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var isDryRun = arguments.Contains("--dry-run");
        if (arguments.Where(argument => argument != "--dry-run").ToList() is not [var path, "--as", var userName])
        {
            await output.WriteLineAsync($"用法 Usage: smartcity {CommandName} FILE --as USER-NAME [--dry-run]");
            return WrongArguments;
        }

        if (!File.Exists(path))
        {
            await output.WriteLineAsync($"没有这个文件 No such file: {path}");
            return WrongArguments;
        }

        var mediator = services.GetRequiredService<IMediator>();
        if (await mediator.Send(new ActingThrough(userName), cancellationToken) is not { } profile)
        {
            await output.WriteLineAsync($"没有这个账号，或者已注销 No such account, or it is closed: {userName}");
            return WrongArguments;
        }

        services.GetRequiredService<RequestContext>().Actor = ActorOf(profile);
        await using var file = File.OpenRead(path);
        var report = await services
            .GetRequiredService<DeclarationImport>()
            .RunAsync(Path.GetFileName(path), file, isDryRun, cancellationToken);
        if (report.IsFailure)
        {
            await TellAsync(output, report.Failure);
            return NotAllDone;
        }

        await TellAsync(output, report.Value);
        return report.Value.Refused + report.Value.Differing == 0 ? Done : NotAllDone;
    }

    private static Actor ActorOf(ActingProfile profile) =>
        new(
            profile.IsNaturalPerson ? ActorKind.Person : ActorKind.PartnerSystem,
            profile.Account.Value,
            profile.Name,
            profile.Unit.Value,
            profile.Role,
            profile.Jurisdiction,
            profile.ReadsOnly
        )
        {
            Predecessors = [.. profile.Predecessors.Select(unit => unit.Value)],
        };

    private static async Task TellAsync(TextWriter output, Error error)
    {
        await output.WriteLineAsync($"{error.Code}: {error.Detail.Chinese} {error.Detail.English}");
        foreach (var field in error.Fields)
        {
            await output.WriteLineAsync($"  {field.Field}: {field.Message}");
        }
    }

    private static async Task TellAsync(TextWriter output, ImportReport report)
    {
        await output.WriteLineAsync($"{report.FileName}  sha256:{report.Sha256}");
        foreach (var line in report.Lines)
        {
            await output.WriteLineAsync(
                $"第 {line.Line} 行 {InChinese(line.Outcome)} {line.Outcome} {line.Declaration?.Value} {line.ProjectName}"
            );
            await TellAsync(output, "不予导入", line.Reasons);
            await TellAsync(output, "请补正", line.Doubts);
        }

        foreach (var warning in report.Warnings)
        {
            await output.WriteLineAsync($"请核对 {warning.Code}: {warning.Message}");
        }

        await output.WriteLineAsync(
            $"共 {report.Rows} 行：生成草稿 {report.Drafted}，可以导入 {report.Acceptable}，"
                + $"以前已导入 {report.AlreadyImported}，与以前不同 {report.Differing}，不予导入 {report.Refused}"
        );
    }

    private static async Task TellAsync(TextWriter output, string what, IEnumerable<LineReason> reasons)
    {
        foreach (var reason in reasons)
        {
            var place = reason.Column is null ? "" : $" {reason.Column} 列";
            await output.WriteLineAsync(
                $"    {what}{place}“{reason.Header}”{reason.Code}（第{ChineseNumerals.Of(reason.Article)}条）：{reason.Message}"
            );
        }
    }

    private static string InChinese(RowOutcome outcome) =>
        outcome switch
        {
            RowOutcome.Acceptable => "可以导入",
            RowOutcome.Drafted => "已生成草稿",
            RowOutcome.AlreadyImported => "以前已导入",
            RowOutcome.Differs => "以前已导入，内容不同，未覆盖",
            RowOutcome.Refused => "不予导入",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
}
