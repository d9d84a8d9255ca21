using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Canaries.Alpha.Contracts;
using SmartCity.Canaries.Alpha.Domain.Permits;
using SmartCity.Regulation.Rules;

namespace SmartCity.Canaries.Alpha.Application.Permits;

internal sealed record GrantPermit(string Holder, PermitKind Kind) : ICommand;

internal sealed class GrantPermitValidator : AbstractValidator<GrantPermit>
{
    public GrantPermitValidator() => RuleFor(command => command.Holder).NotEmpty();
}

internal sealed class GrantPermitHandler(IAlphaDatabase database, IIdSource ids, RulesInForce rules, Act act)
    : IRequestHandler<GrantPermit, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(GrantPermit request, CancellationToken cancellationToken)
    {
        var permit = Permit.Grant(ids.Next<PermitId>(), request.Holder, request.Kind, rules);
        if (permit.IsFailure)
        {
            return permit.Failure;
        }

        database.Permits.Add(permit.Value);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
