using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Operations.Domain.Warranties;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Warranties;

/// <summary>The acceptance was revoked: the warranty that rested on it is void.</summary>
internal sealed record VoidWarranty(WarrantyId Warranty, string Reason, DateOnly RevokedOn) : ICommand;

internal sealed class VoidWarrantyValidator : AbstractValidator<VoidWarranty>
{
    public VoidWarrantyValidator()
    {
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class VoidWarrantyHandler(IOperationsDatabase database, Act act)
    : IRequestHandler<VoidWarranty, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(VoidWarranty command, CancellationToken cancellationToken)
    {
        var warranty = await database.Warranties.FirstOrDefaultAsync(
            one => one.Id == command.Warranty,
            cancellationToken
        );
        var outcome = act.Authorise(warranty, OperationsAccess.OfTheModule<Warranty>())
            .Then(() => warranty!.Void(command.Reason, command.RevokedOn));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
