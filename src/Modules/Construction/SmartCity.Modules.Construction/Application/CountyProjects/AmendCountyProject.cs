using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.CountyProjects;

/// <summary>The county's office corrects the total investment and the budget line before construction starts.</summary>
internal sealed record AmendCountyProject(
    CountyProjectId Project,
    Money TotalInvestment,
    CountyBudgetLine? Budget,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class AmendCountyProjectValidator : AbstractValidator<AmendCountyProject>
{
    public AmendCountyProjectValidator()
    {
        RuleFor(command => command.TotalInvestment).PositiveAmount();
        RuleFor(command => command.Budget!).SetValidator(new CountyBudgetLineValidator());
    }
}

internal sealed class AmendCountyProjectHandler(IConstructionDatabase database, Act act)
    : IRequestHandler<AmendCountyProject, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(AmendCountyProject command, CancellationToken cancellationToken)
    {
        var project = await database.CountyProjects.FirstOrDefaultAsync(
            one => one.Id == command.Project,
            cancellationToken
        );
        var outcome = act.Authorise(project, CountyProjectAccess.OfThoseWhoRead, command.ExpectedVersion)
            .Then(() => project!.Amend(command.TotalInvestment, command.Budget));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
