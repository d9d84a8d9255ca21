using System.Security.Cryptography;
using System.Text;

namespace SmartCity.EndToEndTests.Fuzzing;

/// <summary>A seeded source of choices (SplitMix64): the same seed chooses alike on every machine.</summary>
internal sealed class Chance(ulong seed)
{
    private ulong state = seed;

    /// <summary>The source of one subject: what is chosen for it does not depend on what was chosen for others.</summary>
    public static Chance For(ulong seed, string subject) =>
        new(seed ^ BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(subject))));

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public bool OneIn(int many) => Below(many) == 0;

    public T Of<T>(IReadOnlyList<T> some) => some[Below(some.Count)];

    /// <summary>A UUID that no object has.</summary>
    public Guid Stranger() => new([.. BitConverter.GetBytes(Next()), .. BitConverter.GetBytes(Next())]);

    /// <summary>As many of them as asked for, in the order of chance.</summary>
    public IEnumerable<T> Some<T>(IReadOnlyList<T> of, int most)
    {
        var left = of.ToList();
        for (var taken = 0; taken < most && left.Count > 0; taken++)
        {
            var index = Below(left.Count);
            yield return left[index];
            left[index] = left[^1];
            left.RemoveAt(left.Count - 1);
        }
    }

    private ulong Next()
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
