using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Application.Declaring;

/// <summary>The lead unit removes an attached file; submitted versions keep naming it by hash.</summary>
internal sealed record RemoveDocument(DeclarationId Declaration, DocumentId Document, long ExpectedVersion)
    : ICommand,
        IChangesObject,
        INoInput;

internal sealed class RemoveDocumentHandler(IApprovalDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<RemoveDocument, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RemoveDocument command, CancellationToken cancellationToken)
    {
        var declaration = await database.Declarations.FirstOrDefaultAsync(
            one => one.Id == command.Declaration,
            cancellationToken
        );
        var allowed = act.Authorise(declaration, DeclarationAccess.OfDeclaringUnits, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        foreach (var removed in declaration!.Documents.Where(one => one.Id == command.Document))
        {
            act.Name(removed.Named());
        }

        var outcome = declaration.Remove(command.Document, ActingFor.Of(act.Actor), rules);
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
