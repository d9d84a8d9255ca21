using System.ComponentModel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.MasterPlanItems;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.MasterPlanning;

/// <summary>The office enters an item of the master plan.</summary>
internal sealed record AddMasterPlanItem(
    [property: Description("规划事项编号，不得重复")] string Code,
    [property: Description("事项名称")] string Title,
    [property: Description("内容说明")] string Description,
    [property: Description("规划期起始年度")] int FromYear,
    [property: Description("规划期终止年度")] int ToYear,
    [property: Description("责任单位")] UnitId ResponsibleUnit,
    [property: Description("估算投资（元）")] Money EstimatedInvestment,
    [property: Description("规划印发文号")] string BasisDocumentNumber
) : ICommand;

internal sealed class AddMasterPlanItemValidator : AbstractValidator<AddMasterPlanItem>
{
    public AddMasterPlanItemValidator()
    {
        RuleFor(command => command.Code).RequiredText(50);
        RuleFor(command => command.Title).RequiredText(InputRules.ShortText);
        RuleFor(command => command.Description).RequiredText(InputRules.LongText);
        RuleFor(command => command.FromYear).PlausibleYear();
        RuleFor(command => command.ToYear)
            .PlausibleYear()
            .GreaterThanOrEqualTo(command => command.FromYear)
            .WithErrorCode("OUT_OF_RANGE");
        RuleFor(command => command.EstimatedInvestment).Amount();
        RuleFor(command => command.BasisDocumentNumber).RequiredText(InputRules.ShortText);
    }
}

internal sealed class AddMasterPlanItemHandler(IApprovalDatabase database, Act act, IMediator mediator, IIdSource ids)
    : IRequestHandler<AddMasterPlanItem, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(AddMasterPlanItem command, CancellationToken cancellationToken)
    {
        var units = await mediator.UnitsAsync([command.ResponsibleUnit], cancellationToken);
        if (units.UnknownUnits(_ => "responsibleUnit", act.Context.Language).ToList() is { Count: > 0 } unknown)
        {
            return Error.Invalid(unknown);
        }

        if (await database.MasterPlanItems.AnyAsync(item => item.Code == command.Code, cancellationToken))
        {
            return Error.Conflict(
                "MASTER_PLAN_CODE_TAKEN",
                new("该规划事项编号已被使用，请换一个。", "Another item of the plan has this code.")
            );
        }

        var added = MasterPlanItem.Add(
            ids.Next<MasterPlanItemId>(),
            new()
            {
                Code = command.Code,
                Title = command.Title,
                Description = command.Description,
                FromYear = command.FromYear,
                ToYear = command.ToYear,
                ResponsibleUnit = command.ResponsibleUnit,
                EstimatedInvestment = command.EstimatedInvestment,
                BasisDocumentNumber = command.BasisDocumentNumber,
            }
        );
        act.Authorise(added, MasterPlanAccess.OfTheOffice);
        database.MasterPlanItems.Add(added);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
