using System.CommandLine;
using SmartCity.Api.Composition;
using SmartCity.Api.OpenApi;

namespace SmartCity.Api.CommandLine;

/// <summary><c>smartcity openapi FILE</c>: writes the API's description; it needs no database.</summary>
internal static class OpenApiCommand
{
    public static Command Create(TextWriter output)
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = SmartCityCommandLine.Spoken(new("写入的文件", "The file to write")),
        };
        var command = new Command(
            "openapi",
            SmartCityCommandLine.Spoken(
                new("写出 API 描述文件（OpenAPI 3.1）", "Write the API description (OpenAPI 3.1)")
            )
        )
        {
            file,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                // What only the demonstration has is no part of the API, wherever this is run.
                await using var service = ServiceHost.Build(
                    new HostArguments { Database = "unused.db", Environment = Environments.Production }
                );
                var document = await ApiDescription.WriteAsync(service.Services, cancellationToken);
                var path = parsed.GetValue(file)!.FullName;
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, document, cancellationToken);
                await output.WriteLineAsync(path);
                return ExitCode.Success;
            }
        );
        return command;
    }
}
