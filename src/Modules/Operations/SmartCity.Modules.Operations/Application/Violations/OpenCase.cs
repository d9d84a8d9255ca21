using System.ComponentModel;
using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Violations;

/// <summary>The office opens a case against a unit (article 42) or a contractor (article 43).</summary>
internal sealed record OpenCase(
    [property: Description("当事单位")] UnitId Subject,
    [property: Description("依据：article42 建设单位，article43 承揽单位")] CaseArticle Article,
    [property: Description("事由")] string Title,
    [property: Description("查明的事实")] string Facts,
    [property: Description("所涉项目的申报事项；不涉及项目的不填")] DeclarationId? Project,
    [property: Description("情节严重")] bool IsSerious,
    [property: Description("造成重大损失")] bool CausedMajorLoss,
    [property: Description("损失金额（元），没有的填 0.00")] Money Loss
) : ICommand;

internal sealed class OpenCaseValidator : AbstractValidator<OpenCase>
{
    public OpenCaseValidator()
    {
        RuleFor(command => command.Article).KnownWord();
        RuleFor(command => command.Title).RequiredText(InputRules.ShortText);
        RuleFor(command => command.Facts).RequiredText(InputRules.LongText);
        RuleFor(command => command.Loss).Amount();
        RuleFor(command => command.Loss)
            .Must((command, loss) => !command.CausedMajorLoss || loss > Money.Zero)
            .WithErrorCode("LOSS_REQUIRED")
            .InWords("造成重大损失的，应填写损失金额。", "Major loss comes with its amount.");
    }
}

internal sealed class OpenCaseHandler(
    IOperationsDatabase database,
    Act act,
    RulesInForce rules,
    IMediator mediator,
    IIdSource ids
) : IRequestHandler<OpenCase, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(OpenCase command, CancellationToken cancellationToken)
    {
        var subject = await mediator.Send(new UnitOf(command.Subject), cancellationToken);
        if (await UnknownAsync(command, subject, cancellationToken) is { Count: > 0 } unknown)
        {
            return Error.Invalid(unknown);
        }

        var opened = ViolationCase.Open(
            ids.Next<ViolationCaseId>(),
            new(subject!.Id, subject.Name, subject.Kind),
            new(
                command.Article,
                command.Title,
                command.Facts,
                command.Project,
                command.IsSerious,
                command.CausedMajorLoss,
                command.Loss
            ),
            new(act.Actor.Account),
            rules
        );
        if (opened.IsFailure)
        {
            return opened.Failure;
        }

        act.Authorise(opened.Value, CaseAccess.OfTheOffice);
        database.ViolationCases.Add(opened.Value);
        return await database.SaveChangesAsync(act, cancellationToken);
    }

    private async Task<List<FieldError>> UnknownAsync(
        OpenCase command,
        UnitProfile? subject,
        CancellationToken cancellationToken
    )
    {
        var language = act.Context.Language;
        var unknown = new List<FieldError>();
        if (subject is null)
        {
            unknown.Add(Unknown.Unit("subject", language));
        }

        if (command.Project is { } project && await mediator.Send(new ProjectOf(project), cancellationToken) is null)
        {
            unknown.Add(Unknown.Declaration("project", language));
        }

        return unknown;
    }
}
