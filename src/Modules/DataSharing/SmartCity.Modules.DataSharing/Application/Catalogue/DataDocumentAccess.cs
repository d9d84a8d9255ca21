using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Files;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Modules.DataSharing.Application.Catalogue;

/// <summary>Data leaves by a grant under an agreement, each time on record (article 33), and never beside the entries.</summary>
internal sealed class DataDocumentAccess : IDocumentAccess
{
    private static readonly LocalizedText ByGrantOnly = new(
        "共享数据只依协议和授权获取（第三十三条），不随卷宗提供。",
        "Shared data is taken under an agreement and a grant only (article 33), never with a dossier."
    );

    public string Schema => "data_sharing";

    public Task<LocalizedText?> WhyNotAsync(Actor actor, ObjectReference owner, CancellationToken cancellationToken) =>
        Task.FromResult<LocalizedText?>(ByGrantOnly);
}
