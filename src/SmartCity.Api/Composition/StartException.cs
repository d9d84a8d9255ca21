using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Api.Composition;

/// <summary>Why the program does not start: lines for the operator instead of a stack trace.</summary>
public sealed class StartException(int exitCode, IReadOnlyList<LocalizedText> lines, Exception? cause = null)
    : Exception(string.Join(Environment.NewLine, lines.Select(line => line.English)), cause)
{
    public int ExitCode => exitCode;

    public IReadOnlyList<LocalizedText> Lines => lines;
}
