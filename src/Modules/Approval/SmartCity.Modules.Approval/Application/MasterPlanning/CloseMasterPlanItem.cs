using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.MasterPlanning;

/// <summary>The office closes an item, with a reason: no further declaration can cite it.</summary>
internal sealed record CloseMasterPlanItem(MasterPlanItemId Item, string Reason, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class CloseMasterPlanItemValidator : AbstractValidator<CloseMasterPlanItem>
{
    public CloseMasterPlanItemValidator()
    {
        RuleFor(command => command.Reason).RequiredText(InputRules.LongText);
    }
}

internal sealed class CloseMasterPlanItemHandler(IApprovalDatabase database, Act act)
    : IRequestHandler<CloseMasterPlanItem, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(CloseMasterPlanItem command, CancellationToken cancellationToken)
    {
        var item = await database.MasterPlanItems.FirstOrDefaultAsync(one => one.Id == command.Item, cancellationToken);
        var outcome = act.Authorise(item, MasterPlanAccess.OfTheOffice, command.ExpectedVersion)
            .Then(() => item!.Close(command.Reason, act.LegalDate));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
