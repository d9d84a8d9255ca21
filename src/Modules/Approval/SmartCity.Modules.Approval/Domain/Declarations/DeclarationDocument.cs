using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.Modules.Security.Contracts;

namespace SmartCity.Modules.Approval.Domain.Declarations;

internal readonly record struct DocumentId(Guid Value) : IStrongId<DocumentId>
{
    public static DocumentId From(Guid value) => new(value);
}

/// <summary>One attached file; the content lies in the file store under its hash.</summary>
internal sealed class DeclarationDocument
{
    public required DocumentId Id { get; init; }

    public required DocumentKind Kind { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public required long Length { get; init; }

    /// <summary>Judged by content.</summary>
    public required string MediaType { get; init; }

    public required AccountId AttachedBy { get; init; }

    public required DateTimeOffset AttachedAt { get; init; }

    /// <summary>As entries name it.</summary>
    public NamedDocument Named() => NamedDocument.Of(Id.Value.ToString(), Sha256, Length);
}
