using System.ComponentModel;
using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.CountyProjects;

/// <summary>A county's office registers a project. The county is its own: no request can name another.</summary>
internal sealed record RegisterCountyProject(
    [property: Description("项目名称")] string Name,
    [property: Description("项目类别，第三条所列八类之一")] CountyProjectKind Kind,
    [property: Description("建设单位名称")] string ConstructingUnit,
    [property: Description("项目投资（元，含各期、各合同）")] Money TotalInvestment,
    [property: Description("列入财政预算的情况；尚未列入的不填")] CountyBudgetLine? Budget = null
) : ICommand;

internal sealed class RegisterCountyProjectValidator : AbstractValidator<RegisterCountyProject>
{
    public RegisterCountyProjectValidator()
    {
        RuleFor(command => command.Name).RequiredText(InputRules.ShortText);
        RuleFor(command => command.Kind).KnownWord();
        RuleFor(command => command.ConstructingUnit).RequiredText(InputRules.ShortText);
        RuleFor(command => command.TotalInvestment).PositiveAmount();
        RuleFor(command => command.Budget!).SetValidator(new CountyBudgetLineValidator());
    }
}

internal sealed class RegisterCountyProjectHandler(
    IConstructionDatabase database,
    Act act,
    RulesInForce rules,
    IIdSource ids
) : IRequestHandler<RegisterCountyProject, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(RegisterCountyProject command, CancellationToken cancellationToken)
    {
        var project = CountyProject.Register(
            ids.Next<CountyProjectId>(),
            act.Actor.Jurisdiction,
            new(command.Name, command.Kind, command.ConstructingUnit, command.TotalInvestment, command.Budget),
            new AccountId(act.Actor.Account),
            rules
        );
        var allowed = act.Authorise(project, CountyProjectAccess.OfThoseWhoRead);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        database.CountyProjects.Add(project);
        return await database.SaveChangesAsync(act, cancellationToken);
    }
}
