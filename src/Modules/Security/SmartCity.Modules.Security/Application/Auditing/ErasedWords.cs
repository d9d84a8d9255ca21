using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Modules.Security.Application.Auditing;

/// <summary>What people are told in the place of a content that is not there.</summary>
internal static class ErasedWords
{
    /// <summary>Nobody decided on it: somebody reached into the database.</summary>
    public static LocalizedText Broken { get; } =
        new(
            "内容已不是写入时的内容，且没有删除它的条目。",
            "The content is not what was written, and no entry erased it."
        );

    public static LocalizedText Of(NamedErasure erasure) =>
        new(
            $"内容已依{erasure.Basis}（{erasure.Document}）删除。",
            $"The content was erased under {erasure.Basis} ({erasure.Document})."
        );
}
