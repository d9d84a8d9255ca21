using System.Buffers.Binary;
using System.Text;

namespace SmartCity.Evidence.Log;

/// <summary>One signature line of a note.</summary>
/// <param name="Line">The line as it stood, without its newline.</param>
/// <param name="KeyId">The first four bytes of the key's hash.</param>
/// <param name="Signature">What follows the key id.</param>
internal sealed record NoteSignature(string Line, string KeyName, uint KeyId, byte[] Signature);

/// <summary>A text signed by one or more keys, as C2SP signed-note describes it. Nothing in it is true before a key has verified it.</summary>
/// <param name="Text">The signed text, with its last newline.</param>
internal sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>Larger than any note with all its cosignatures.</summary>
    public const int LargestNote = 1 << 16;

    private const string Dash = "— ";
    private const int MostSignatures = 100;
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <exception cref="FormatException">The bytes are no signed note.</exception>
    public static SignedNote Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LargestNote)
        {
            throw new FormatException("The note is too large.");
        }

        try
        {
            return Read(Strict.GetString(bytes));
        }
        catch (DecoderFallbackException invalid)
        {
            throw new FormatException("The note is not UTF-8.", invalid);
        }
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    public static SignedNote Read(string note)
    {
        if (note.Any(character => character < ' ' && character != '\n'))
        {
            throw new FormatException("The note holds control characters.");
        }

        var split = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0 || !note.EndsWith('\n'))
        {
            throw new FormatException("The note has no signatures.");
        }

        var lines = note[(split + 2)..].Split('\n')[..^1];
        return lines.Length is 0 or > MostSignatures
            ? throw new FormatException("The note has no signatures, or too many.")
            : new(note[..(split + 1)], [.. lines.Select(ReadSignature)]);
    }

    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(one => one.Line + '\n'))}";

    /// <exception cref="FormatException">It is no signature line.</exception>
    public static NoteSignature ReadSignature(string line)
    {
        const int KeyIdSize = sizeof(uint);
        if (
            !line.StartsWith(Dash, StringComparison.Ordinal)
            || line[Dash.Length..].Split(' ') is not [{ Length: > 0 } name, var base64]
            || !NoteKey.IsName(name)
            || !Base64Text.TryRead(base64, out var bytes)
            || bytes.Length <= KeyIdSize
        )
        {
            throw new FormatException("A signature line of the note is malformed.");
        }

        return new(line, name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[KeyIdSize..]);
    }

    public static string SignatureLine(NoteKey key, ReadOnlySpan<byte> signature)
    {
        var bytes = new byte[sizeof(uint) + signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, key.Id);
        signature.CopyTo(bytes.AsSpan(sizeof(uint)));
        return $"{Dash}{key.Name} {Convert.ToBase64String(bytes)}";
    }
}
