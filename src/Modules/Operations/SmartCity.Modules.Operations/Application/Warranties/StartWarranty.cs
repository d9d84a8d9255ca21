using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.Warranties;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Operations.Application.Warranties;

/// <summary>An acceptance passed: the warranty of one of the project's contracts runs from that day.</summary>
internal sealed record StartWarranty(AcceptedProject Project, WarrantedContract Contract, PassedAcceptance Acceptance)
    : ICommand;

internal sealed class StartWarrantyValidator : AbstractValidator<StartWarranty>
{
    public StartWarrantyValidator()
    {
        RuleFor(command => command.Contract.WarrantyMonths).GreaterThan(0).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class StartWarrantyHandler(IOperationsDatabase database, Act act, IIdSource ids, RulesInForce rules)
    : IRequestHandler<StartWarranty, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(StartWarranty command, CancellationToken cancellationToken)
    {
        var authority = OperationsAccess.OfTheModule<Warranty>();
        var before = await database.Warranties.FirstOrDefaultAsync(
            warranty => warranty.Contract == command.Contract.Contract,
            cancellationToken
        );
        if (before is not null)
        {
            var outcome = act.Authorise(before, authority)
                .Then(() => before.Restart(command.Acceptance, rules.Parameters));
            return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
        }

        var started = Warranty.Start(
            ids.Next<WarrantyId>(),
            command.Project,
            command.Contract,
            command.Acceptance,
            rules.Parameters
        );
        var allowed = act.Authorise(started, authority);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        database.Warranties.Add(started);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
