using System.CommandLine;
using SmartCity.Api.Composition;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Api.CommandLine;

/// <summary>The program's command line: the host's own commands and those of the modules.</summary>
public static class SmartCityCommandLine
{
    /// <summary>Runs one command.</summary>
    /// <returns>An <see cref="ExitCode"/>, or what a module's command returns.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        var parsed = Root(output).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            await error.WriteLineAsync(Spoken(Reason(parsed)));
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = error,
                    EnableDefaultExceptionHandler = false,
                    // Longer than the service takes to be left alone and to let its requests end.
                    ProcessTerminationTimeout =
                        TimeSpan.FromSeconds(SettingsReader.LongestDrainSeconds + 10) + ServiceHost.RequestsEndWithin,
                }
            );
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (StartException failure)
        {
            foreach (var line in failure.Lines)
            {
                await error.WriteLineAsync(Spoken(line));
            }

            return failure.ExitCode;
        }
        catch (Exception bug)
        {
            await error.WriteLineAsync(
                Spoken(
                    new($"程序出错，请把以下内容交给开发者：{bug}", $"A fault of the program; tell its makers: {bug}")
                )
            );
            return ExitCode.Failure;
        }
    }

    /// <summary>A text in the language of the terminal: English where its locale is English, else Chinese.</summary>
    internal static string Spoken(LocalizedText text) => text.In(HostLanguage.Terminal);

    private static LocalizedText Reason(ParseResult parsed)
    {
        var see = parsed.CommandResult.Command is RootCommand ? "" : $"{parsed.CommandResult.Command.Name} ";
        return parsed.UnmatchedTokens is [var unknown, ..]
            ? new(
                $"不认识“{unknown}”，用法见 smartcity {see}--help",
                $"'{unknown}' is not known; see smartcity {see}--help"
            )
            : new(
                $"命令不完整：{parsed.Errors[0].Message} 用法见 smartcity {see}--help",
                $"The command is incomplete: {parsed.Errors[0].Message} See smartcity {see}--help"
            );
    }

    private static RootCommand Root(TextWriter output)
    {
        var root = new RootCommand(
            Spoken(new("新型智慧城市项目与专项资金管理服务", "The smart-city project and fund service"))
        )
        {
            ServeCommand.Create(output),
            MigrateCommand.Create(output),
            OpenApiCommand.Create(output),
        };
        foreach (var command in ModuleList.All.SelectMany(module => module.Commands))
        {
            root.Add(ModuleCommands.Create(command, output));
        }

        return root;
    }
}
