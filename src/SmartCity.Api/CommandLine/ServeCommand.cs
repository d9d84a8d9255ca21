using System.CommandLine;
using SmartCity.Api.Composition;

namespace SmartCity.Api.CommandLine;

/// <summary><c>smartcity serve</c>: runs the service until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create(TextWriter output)
    {
        var urls = new Option<string?>("--urls")
        {
            Description = SmartCityCommandLine.Spoken(
                new(
                    $"监听地址，分号隔开（默认 {ServiceSettings.DefaultUrls}）",
                    $"Listen addresses, separated by semicolons (default {ServiceSettings.DefaultUrls})"
                )
            ),
            HelpName = "URLS",
        };
        var command = new Command("serve", SmartCityCommandLine.Spoken(new("运行服务", "Run the service")))
        {
            CommonOptions.Database(),
            urls,
            CommonOptions.Environment(),
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var arguments = CommonOptions.Read(parsed) with { Urls = parsed.GetValue(urls) };
                await using var service = ServiceHost.Build(arguments);
                await ServiceStart.PrepareAsync(service, output, cancellationToken);
                await ServiceStart.RunAsync(service, cancellationToken);
                return ExitCode.Success;
            }
        );
        return command;
    }
}
