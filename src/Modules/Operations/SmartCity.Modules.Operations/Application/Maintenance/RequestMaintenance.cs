using System.ComponentModel;
using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Operations.Contracts;
using SmartCity.Modules.Operations.Domain.MaintenanceRequests;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Maintenance;

/// <summary>The lead unit of a project in use asks for its maintenance money.</summary>
internal sealed record RequestMaintenance(
    [property: Description("被维护项目的申报事项")] DeclarationId Project,
    [property: Description("运维经费据以评审、安排的申报事项")] DeclarationId FundedBy,
    [property: Description("运维年度")] int Year,
    [property: Description("申请金额（元）")] Money Amount,
    [property: Description("收款账户")] RequestMaintenance.PayeeAccount Payee,
    [property: Description("用途")] string Purpose
) : ICommand
{
    internal sealed record PayeeAccount(
        [property: Description("户名")] string Name,
        [property: Description("开户行")] string Bank,
        [property: Description("账号")] string Account
    )
    {
        /// <summary>For logs: the number is never whole there.</summary>
        public override string ToString() => $"{Name} {Masked.BankAccount(Account)}";
    }
}

internal sealed class RequestMaintenanceValidator : AbstractValidator<RequestMaintenance>
{
    public RequestMaintenanceValidator()
    {
        RuleFor(command => command.Year).PlausibleYear();
        RuleFor(command => command.Amount).PositiveAmount();
        RuleFor(command => command.Payee)
            .ChildRules(payee =>
            {
                payee.RuleFor(one => one.Name).RequiredText(InputRules.ShortText);
                payee.RuleFor(one => one.Bank).RequiredText(InputRules.ShortText);
                payee.RuleFor(one => one.Account).RequiredText(50);
            });
        RuleFor(command => command.Purpose).RequiredText(InputRules.LongText);
    }
}

internal sealed class RequestMaintenanceHandler(
    IOperationsDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator,
    IIdSource ids
) : IRequestHandler<RequestMaintenance, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RequestMaintenance command, CancellationToken cancellationToken)
    {
        var project = await ProjectAsync(command.Project, cancellationToken);
        if (project.IsFailure)
        {
            return project.Failure;
        }

        if (await mediator.Send(new ProjectOf(command.FundedBy), cancellationToken) is null)
        {
            return Error.Invalid([Unknown.Declaration("fundedBy", act.Context.Language)]);
        }

        var made = MaintenanceRequest.Make(
            ids.Next<MaintenanceRequestId>(),
            new(
                command.Project,
                command.FundedBy,
                command.Year,
                command.Amount,
                new(command.Payee.Name, command.Payee.Bank, command.Payee.Account),
                command.Purpose
            ),
            project.Value,
            new(act.Actor.Account),
            rules
        );
        if (made.IsFailure)
        {
            return made.Failure;
        }

        var allowed = act.Authorise(made.Value, MaintenanceAccess.OfTheLeadUnit);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        database.MaintenanceRequests.Add(made.Value);
        return await database.SaveChangesAsync(act, cancellationToken);
    }

    // A unit that has no part in the project is not told that there is one.
    private async Task<Result<MaintainedProject>> ProjectAsync(
        DeclarationId declaration,
        CancellationToken cancellationToken
    )
    {
        var profile = await mediator.Send(new ProjectOf(declaration), cancellationToken);
        var actor = act.Actor;
        if (profile is null || (!actor.IsOf(profile.LeadUnit) && !profile.ParticipatingUnits.Any(actor.IsOf)))
        {
            return Error.NotFound(new("项目", "project"));
        }

        if (!actor.IsOf(profile.LeadUnit))
        {
            return Error.WrongAuthority(new("项目牵头单位", "the lead unit of the project"), 37);
        }

        var acceptance = await mediator.Send(new AcceptanceOf(declaration.Value), cancellationToken);
        return new MaintainedProject(
            profile.ProjectName,
            new(profile.LeadUnit),
            acceptance?.PassedOn,
            acceptance?.InUseOn
        );
    }
}
