using System.ComponentModel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Reviewing;

/// <summary>The office concludes the round; a named natural person answers for it (article 5).</summary>
/// <param name="DecisionMaker">Null is heard as a reasoned refusal, not as a malformed request.</param>
internal sealed record ConcludeReview(
    DeclarationId Declaration,
    bool Passed,
    Money ReviewedBudget,
    string Summary,
    string? RequiredChanges,
    string DocumentNumber,
    DateOnly DecidedOn,
    AccountId? DecisionMaker,
    IReadOnlyList<ConcludeReview.DepartmentView> DepartmentViews,
    long ExpectedVersion
) : ICommand, IChangesObject
{
    internal sealed record DepartmentView(
        [property: Description("会同评审的部门")] UnitId Unit,
        [property: Description("部门意见")] string Statement
    );
}

internal sealed class ConcludeReviewValidator : AbstractValidator<ConcludeReview>
{
    public ConcludeReviewValidator()
    {
        RuleFor(command => command.ReviewedBudget).Total();
        RuleFor(command => command.Summary).RequiredText(InputRules.LongText);
        RuleFor(command => command.RequiredChanges).Text(InputRules.LongText);
        RuleFor(command => command.DocumentNumber).RequiredText(InputRules.ShortText);
        RuleFor(command => command.DecidedOn).PlausibleDate();
        RuleFor(command => command.DepartmentViews).Lines(20);
        RuleForEach(command => command.DepartmentViews)
            .ChildRules(view => view.RuleFor(one => one.Statement).RequiredText(InputRules.LongText));
    }
}

internal sealed class ConcludeReviewHandler(IApprovalDatabase database, Act act, RulesInForce rules, IMediator mediator)
    : IRequestHandler<ConcludeReview, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(ConcludeReview command, CancellationToken cancellationToken)
    {
        var declaration = await database.Declarations.FirstOrDefaultAsync(
            one => one.Id == command.Declaration,
            cancellationToken
        );
        var allowed = act.Authorise(declaration, DeclarationAccess.OfTheOffice, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var outcome = declaration!.Conclude(
            new(
                command.Passed,
                command.Passed ? command.ReviewedBudget : Money.Zero,
                command.Summary,
                command.RequiredChanges,
                command.DocumentNumber,
                command.DecidedOn
            ),
            await mediator.DecisionMakerAsync(command.DecisionMaker, Roles.InformatizationOffice, cancellationToken),
            [.. command.DepartmentViews.Select(view => new DepartmentStatement(view.Unit, view.Statement))],
            ActingFor.Of(act.Actor),
            rules
        );
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
