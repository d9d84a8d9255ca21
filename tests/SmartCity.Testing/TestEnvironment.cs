namespace SmartCity.Testing;

/// <summary>Where the tests find the database servers; <c>build/test.sh</c> names them.</summary>
public static class TestEnvironment
{
    /// <summary>Names a PostgreSQL cluster whose user may create databases. Every test run needs it.</summary>
    public const string PostgreSqlVariable = "SMARTCITY_TEST_POSTGRES";

    /// <summary>Names a SQL Server whose login may create databases. Without it, tests on SQL Server are skipped.</summary>
    public const string SqlServerVariable = "SMARTCITY_TEST_SQLSERVER";

    /// <exception cref="InvalidOperationException">It is not named: nothing falls back in silence.</exception>
    public static string PostgreSql =>
        Environment.GetEnvironmentVariable(PostgreSqlVariable) is { Length: > 0 } named
            ? named
            : throw new InvalidOperationException(
                $"{PostgreSqlVariable} is not set: run ./build/test.sh, which starts a private cluster."
            );

    public static string? SqlServer =>
        Environment.GetEnvironmentVariable(SqlServerVariable) is { Length: > 0 } named ? named : null;
}
