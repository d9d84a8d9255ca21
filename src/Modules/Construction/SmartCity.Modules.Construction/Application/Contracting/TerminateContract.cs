using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.Contracting;

/// <summary>The lead unit records that the contract ended before it was fulfilled; it can then tender anew.</summary>
internal sealed record TerminateContract(BuildingId Building, string Reason, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class TerminateContractValidator : AbstractValidator<TerminateContract>
{
    public TerminateContractValidator()
    {
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class TerminateContractHandler(IConstructionDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<TerminateContract, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(TerminateContract command, CancellationToken cancellationToken)
    {
        var building = await database.Buildings.FirstOrDefaultAsync(
            one => one.Id == command.Building,
            cancellationToken
        );
        var outcome = act.Authorise(building, BuildingAccess.OfTheLeadUnit, command.ExpectedVersion)
            .Then(() => building!.TerminateContract(command.Reason, rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
