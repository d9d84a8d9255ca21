using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.CountyProjects;

/// <summary>The office puts the submitted plan on file under its receipt number, today. It judges nothing (INT-18).</summary>
internal sealed record FileImplementationPlan(CountyProjectId Project, string ReceiptNumber, long ExpectedVersion)
    : ICommand,
        IChangesObject;

internal sealed class FileImplementationPlanValidator : AbstractValidator<FileImplementationPlan>
{
    public FileImplementationPlanValidator()
    {
        RuleFor(command => command.ReceiptNumber).RequiredText(InputRules.ShortText);
    }
}

internal sealed class FileImplementationPlanHandler(IConstructionDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<FileImplementationPlan, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(FileImplementationPlan command, CancellationToken cancellationToken)
    {
        var project = await database.CountyProjects.FirstOrDefaultAsync(
            one => one.Id == command.Project,
            cancellationToken
        );
        var outcome = act.Authorise(project, CountyProjectAccess.OfThoseWhoRead, command.ExpectedVersion)
            .Then(() => project!.File(command.ReceiptNumber, new AccountId(act.Actor.Account), rules));
        if (outcome.IsFailure)
        {
            return outcome.Failure;
        }

        var taken = await database.CountyProjects.AnyAsync(
            one => one.Filings.Any(filing => filing.ReceiptNumber == command.ReceiptNumber),
            cancellationToken
        );
        if (taken)
        {
            return Error.Conflict(
                "RECEIPT_NUMBER_TAKEN",
                new(
                    "该备案回执编号已用于另一次备案，请换一个。",
                    "Another filing has this receipt number; take a new one."
                )
            );
        }

        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
