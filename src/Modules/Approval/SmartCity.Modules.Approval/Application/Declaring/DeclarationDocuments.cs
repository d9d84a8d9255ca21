using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Files;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;

namespace SmartCity.Modules.Approval.Application.Declaring;

/// <summary>What entries tell of the files of declarations, and who may have them with the entries.</summary>
internal static class DeclarationDocuments
{
    /// <summary>The act names every file that the declaration has now: a submission freezes them.</summary>
    public static void NameDocuments(this Declaration declaration, Act act)
    {
        foreach (var document in declaration.Documents.OrderBy(document => document.Id.Value))
        {
            act.Name(document.Named());
        }
    }
}

/// <summary>Who may read a declaration may have what its entries name, also what was removed from it since.</summary>
internal sealed class DeclarationDocumentAccess(IApprovalDatabase database) : IDocumentAccess
{
    private static readonly LocalizedText NotReadable = new(
        "您无权查看该申报事项的附件。",
        "You may not read the files of this declaration."
    );

    public string Schema => "approval";

    public async Task<LocalizedText?> WhyNotAsync(
        Actor actor,
        ObjectReference owner,
        CancellationToken cancellationToken
    ) =>
        Guid.TryParse(owner.Id, out var id)
        && await database
            .Declarations.Where(DeclarationAccess.ReadableBy(actor))
            .AnyAsync(declaration => declaration.Id == new DeclarationId(id), cancellationToken)
            ? null
            : NotReadable;
}
