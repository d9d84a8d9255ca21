using System.CommandLine;
using SmartCity.Api.Composition;

namespace SmartCity.Api.CommandLine;

/// <summary>The options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<string?> Database() =>
        new("--database")
        {
            Description = SmartCityCommandLine.Spoken(
                new(
                    "数据库：SQLite 文件，或 PostgreSQL、SQL Server 连接串（默认取配置项 Database）",
                    "SQLite file, or PostgreSQL or SQL Server connection string (default: the setting Database)"
                )
            ),
            HelpName = "DATABASE",
        };

    public static Option<string?> Environment() =>
        new("--environment")
        {
            Description = SmartCityCommandLine.Spoken(
                new(
                    "运行环境：Production（默认）、Demonstration 或 Development",
                    "Production (default), Demonstration or Development"
                )
            ),
            HelpName = "NAME",
        };

    public static HostArguments Read(ParseResult parsed) =>
        new()
        {
            Database = parsed.GetValue<string?>("--database"),
            Environment = parsed.GetValue<string?>("--environment"),
        };
}
