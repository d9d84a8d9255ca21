using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SmartCity.EndToEndTests.Faults;

/// <summary>Numbers that look random and come again with the seed, so that a run can be repeated.</summary>
internal sealed class SeededNumbers(int seed)
{
    private int drawn;

    /// <returns>A number from <paramref name="least"/> up to, but not including, <paramref name="limit"/>.</returns>
    public int Next(int least, int limit)
    {
        Span<byte> input = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(input, seed);
        BinaryPrimitives.WriteInt32LittleEndian(input[4..], drawn++);
        var number = BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(input));
        return least + (int)(number % (uint)(limit - least));
    }
}
