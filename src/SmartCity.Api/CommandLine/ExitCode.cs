namespace SmartCity.Api.CommandLine;

/// <summary>What the program tells the shell.</summary>
public static class ExitCode
{
    public const int Success = 0;

    /// <summary>Something failed that is neither of the others: the database is away, a folder cannot be written.</summary>
    public const int Failure = 1;

    /// <summary>The command line or a setting is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The database's schema is missing, old, or newer than the program.</summary>
    public const int Schema = 3;

    /// <summary>Told to stop before it was done, as shells count it.</summary>
    public const int Interrupted = 130;
}
