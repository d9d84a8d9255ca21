using System.CommandLine;
using SmartCity.Api.Composition;
using SmartCity.Api.Database;

namespace SmartCity.Api.CommandLine;

/// <summary><c>smartcity migrate</c>: brings every module's schema to what this program needs.</summary>
internal static class MigrateCommand
{
    public static Command Create(TextWriter output)
    {
        var command = new Command(
            "migrate",
            SmartCityCommandLine.Spoken(new("建立或升级数据库结构", "Create or upgrade the database schema"))
        )
        {
            CommonOptions.Database(),
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var service = ServiceHost.Build(CommonOptions.Read(parsed));
                await Migrator.MigrateAsync(service.Services, output, cancellationToken);
                return ExitCode.Success;
            }
        );
        return command;
    }
}
