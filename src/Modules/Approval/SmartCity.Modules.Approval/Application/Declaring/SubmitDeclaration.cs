using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Application.Declaring;

/// <summary>The lead unit submits its draft to the office (article 6): the gates of articles 2, 3, 4 and 6.</summary>
internal sealed record SubmitDeclaration(DeclarationId Declaration, long ExpectedVersion)
    : ICommand,
        IChangesObject,
        INoInput;

internal sealed class SubmitDeclarationHandler(
    IApprovalDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator
) : IRequestHandler<SubmitDeclaration, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(SubmitDeclaration command, CancellationToken cancellationToken)
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

        var lead = await mediator.LeadUnitAsync(declaration!.LeadUnit, cancellationToken);
        if (lead.IsFailure)
        {
            return lead.Failure;
        }

        declaration.NameDocuments(act);
        var item = await database.CitedItemAsync(declaration, cancellationToken);
        var outcome = declaration.Submit(lead.Value, item, ActingFor.Of(act.Actor), rules);
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
