using System.ComponentModel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Reviewing;

/// <summary>The lead unit answers comments of the experts, each by its number.</summary>
internal sealed record AnswerComments(
    DeclarationId Declaration,
    IReadOnlyList<AnswerComments.NumberedResponse> Responses,
    long ExpectedVersion
) : ICommand, IChangesObject
{
    internal sealed record NumberedResponse(
        [property: Description("意见编号")] int Number,
        [property: Description("采纳情况")] ResponseDecision Decision,
        [property: Description("答复、修改说明；未采纳的说明理由")] string Answer,
        [property: Description("修改位置")] string ChangedWhere
    );
}

internal sealed class AnswerCommentsValidator : AbstractValidator<AnswerComments>
{
    public AnswerCommentsValidator()
    {
        RuleFor(command => command.Responses)
            .Lines(500)
            .Must(lines => lines is null || lines.DistinctBy(line => line?.Number).Count() == lines.Count)
            .WithErrorCode("DUPLICATE")
            .InWords("同一编号不得重复答复。", "A comment is answered once.");
        RuleForEach(command => command.Responses)
            .ChildRules(response =>
            {
                response.RuleFor(one => one.Decision).KnownWord();
                response.RuleFor(one => one.Answer).RequiredText(InputRules.LongText);
                response.RuleFor(one => one.ChangedWhere).RequiredText(InputRules.ShortText);
            });
    }
}

internal sealed class AnswerCommentsHandler(IApprovalDatabase database, Act act, RulesInForce rules)
    : IRequestHandler<AnswerComments, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(AnswerComments command, CancellationToken cancellationToken)
    {
        var declaration = await database.Declarations.FirstOrDefaultAsync(
            one => one.Id == command.Declaration,
            cancellationToken
        );
        var responses = command.Responses.ToDictionary(
            one => one.Number,
            one => new CommentResponse(one.Decision, one.Answer, one.ChangedWhere)
        );
        var outcome = act.Authorise(declaration, DeclarationAccess.OfDeclaringUnits, command.ExpectedVersion)
            .Then(() => declaration!.AnswerComments(responses, ActingFor.Of(act.Actor), rules));
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
