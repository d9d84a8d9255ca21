using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.DataSharing.Application.Grants;

/// <summary>
/// The big data bureau approves; the provider is notified in the same transaction (article 18). A special resource goes
/// to named recipients only (article 19).
/// </summary>
/// <param name="Items">The items approved; null for all that were asked for.</param>
internal sealed record ApproveGrant(GrantId Grant, IReadOnlyList<string>? Items, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class ApproveGrantValidator : AbstractValidator<ApproveGrant>
{
    public ApproveGrantValidator()
    {
        RuleFor(command => command.Items!)
            .Lines(200)
            .NotEmpty()
            .WithErrorCode("REQUIRED")
            .When(command => command.Items is not null);
        RuleForEach(command => command.Items).RequiredText(InputRules.ShortText);
    }
}

internal sealed class ApproveGrantHandler(
    IDataSharingDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator
) : IRequestHandler<ApproveGrant, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ApproveGrant command, CancellationToken cancellationToken)
    {
        var grant = await database.Grants.FirstOrDefaultAsync(one => one.Id == command.Grant, cancellationToken);
        var allowed = act.Authorise(grant, SharingAccess.OfReader, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var units = await mediator.WithPredecessorsAsync(grant!.Unit, cancellationToken);
        var isNamed = await database.Resources.AnyAsync(
            one => one.Id == grant!.Resource && one.Recipients.Any(recipient => units.Contains(recipient.Unit)),
            cancellationToken
        );
        var outcome = grant!.Approve(command.Items, isNamed, rules);
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
