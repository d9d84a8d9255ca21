using System.Globalization;

namespace SmartCity.Evidence.Log;

/// <summary>The head of a log, as C2SP tlog-checkpoint writes it into a note's text.</summary>
/// <param name="Origin">Which log.</param>
/// <param name="Size">Its number of leaves.</param>
/// <param name="Root">The root over all of them.</param>
internal sealed record Checkpoint(string Origin, ulong Size, byte[] Root)
{
    /// <exception cref="FormatException">The text is no checkpoint.</exception>
    public static Checkpoint Read(SignedNote note)
    {
        var lines = note.Text.Split('\n')[..^1];
        if (
            lines.Length < 3
            || lines.Any(line => line.Length == 0)
            || !TryReadSize(lines[1], out var size)
            || !Base64Text.TryReadHash(lines[2], out var root)
        )
        {
            throw new FormatException(
                "The note is no checkpoint: origin, size and root hash are expected, one on a line."
            );
        }

        return new(lines[0], size, root);
    }

    /// <summary>Decimal digits without leading zeroes, and no more than a signed 64-bit number holds.</summary>
    public static bool TryReadSize(string text, out ulong size) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size)
        && size <= long.MaxValue
        && size.ToString(CultureInfo.InvariantCulture) == text;
}
