using System.Buffers;

namespace SmartCity.Benchmarks.Baseline;

/// <summary>The two reads, answered as the JSON that the service answers.</summary>
internal interface IDeclarations
{
    const int PageSize = 50;

    /// <returns>Null where there is none, or where the unit may not read it.</returns>
    Task<ArrayBufferWriter<byte>?> OneAsync(Guid declaration, Guid unit, CancellationToken cancellationToken);

    /// <summary>The newest of this state that the unit may read.</summary>
    Task<ArrayBufferWriter<byte>> ListAsync(string state, Guid unit, CancellationToken cancellationToken);
}
