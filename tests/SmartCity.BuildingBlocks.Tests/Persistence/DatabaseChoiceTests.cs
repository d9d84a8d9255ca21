using Microsoft.Data.Sqlite;
using Npgsql;
using SmartCity.BuildingBlocks.Persistence;

namespace SmartCity.BuildingBlocks.Tests.Persistence;

public sealed class DatabaseChoiceTests
{
    [Theory]
    [InlineData("data/smartcity.db", DatabaseKind.Sqlite)]
    [InlineData("  smartcity.db  ", DatabaseKind.Sqlite)]
    [InlineData("Data Source=smartcity.db", DatabaseKind.Sqlite)]
    [InlineData("Host=db;Database=city;Username=city", DatabaseKind.PostgreSql)]
    [InlineData("host=db;database=city", DatabaseKind.PostgreSql)]
    [InlineData("postgres://city:secret@db/city", DatabaseKind.PostgreSql)]
    [InlineData("postgresql://db/city", DatabaseKind.PostgreSql)]
    [InlineData("Server=db;Database=city;User Id=sa;Password=secret", DatabaseKind.SqlServer)]
    [InlineData("Data Source=db;Initial Catalog=city;Integrated Security=true", DatabaseKind.SqlServer)]
    public void Parse_WhenOneOfTheForms_ThenItsKind(string text, DatabaseKind kind) =>
        DatabaseChoice.Parse(text).Kind.ShouldBe(kind);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Host=db;Port=many")]
    [InlineData("Host=db;Nonsense=1")]
    [InlineData("Server=db;Nonsense=1")]
    [InlineData("Nonsense=1")]
    [InlineData("postgres://")]
    [InlineData("postgres://db/city?nonsense=1")]
    public void Parse_WhenItIsNone_ThenOneClearLine(string text) =>
        Should.Throw<FormatException>(() => DatabaseChoice.Parse(text)).Message.ShouldStartWith("The database is not ");

    [Fact]
    public void Parse_WhenAPostgreSqlUrl_ThenEveryPartCounts()
    {
        var parsed = new NpgsqlConnectionStringBuilder(
            DatabaseChoice.Parse("postgres://ci%40ty:se%3Acret@db:6432/ci%2Dty?sslmode=require").ConnectionString
        );

        (parsed.Host, parsed.Port, parsed.Username, parsed.Password, parsed.Database, parsed.SslMode).ShouldBe(
            ("db", 6432, "ci@ty", "se:cret", "ci-ty", SslMode.Require)
        );
    }

    [Theory]
    [InlineData("smartcity.db")]
    [InlineData("Data Source=smartcity.db;Foreign Keys=false;Default Timeout=1")]
    public void Parse_WhenSqlite_ThenForeignKeysAndPatienceAreNotOptional(string text)
    {
        var parsed = new SqliteConnectionStringBuilder(DatabaseChoice.Parse(text).ConnectionString);

        (parsed.ForeignKeys, parsed.DefaultTimeout).ShouldBe((true, 10));
    }

    [Fact]
    public void Parse_WhenPostgreSqlSaysNothingOfIt_ThenNothingIsWaitedForLong()
    {
        var parsed = new NpgsqlConnectionStringBuilder(DatabaseChoice.Parse("Host=db;Database=city").ConnectionString);

        (parsed.Timeout, parsed.CommandTimeout, parsed.MaxPoolSize, parsed.TcpKeepAlive).ShouldBe((5, 10, 40, true));
    }

    [Fact]
    public void Parse_WhenPostgreSqlSaysOtherwise_ThenItIsAsSaid()
    {
        var parsed = new NpgsqlConnectionStringBuilder(
            DatabaseChoice
                .Parse("Host=db;Timeout=7;CommandTimeout=60;Maximum Pool Size=9;TCP Keepalive=false")
                .ConnectionString
        );

        (parsed.Timeout, parsed.CommandTimeout, parsed.MaxPoolSize, parsed.TcpKeepAlive).ShouldBe((7, 60, 9, false));
    }

    [Fact]
    public void Parse_WhenReadAgain_ThenTheSame()
    {
        var once = DatabaseChoice.Parse("Host=db;Database=city");

        DatabaseChoice.Parse(once.ConnectionString).ShouldBe(once);
    }
}
