using System.ComponentModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Operations.Domain.ViolationCases;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Violations;

/// <summary>The violation cases that the actor may read, the newest first, page by page.</summary>
/// <param name="Text">Part of the title, of the subject's name or of the case's number.</param>
internal sealed record ListViolationCases(
    ViolationCaseState? State = null,
    CaseArticle? Article = null,
    UnitId? Subject = null,
    string? Text = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListViolationCases.ViolationCaseLine>>
{
    internal sealed record ViolationCaseLine(
        [property: Description("系统编号")] ViolationCaseId Id,
        [property: Description("案件编号")] string Number,
        [property: Description("状态")] ViolationCaseState State,
        [property: Description("依据条款")] CaseArticle Article,
        [property: Description("违规单位编号")] UnitId Subject,
        [property: Description("违规单位")] string SubjectName,
        [property: Description("事由")] string Title,
        [property: Description("申报事项编号")] DeclarationId? Project,
        [property: Description("是否情节严重")] bool IsSerious,
        [property: Description("是否造成重大损失")] bool CausedMajorLoss,
        [property: Description("立案日期")] DateOnly OpenedOn
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Number);
}

internal sealed class ListViolationCasesValidator : AbstractValidator<ListViolationCases>
{
    public ListViolationCasesValidator()
    {
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.Article).KnownWord();
        RuleFor(query => query.Text).Text(InputRules.ShortText);
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListViolationCasesHandler(IOperationsDatabase database, RequestContext request, IMapper mapper)
    : IRequestHandler<ListViolationCases, Result<Page<ListViolationCases.ViolationCaseLine>>>
{
    public async Task<Result<Page<ListViolationCases.ViolationCaseLine>>> Handle(
        ListViolationCases query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListViolationCases.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var readable = database.ViolationCases.Where(CaseAccess.ReadableBy(request.Actor));
        var lines = await Filtered(readable, query, position.Value)
            .OrderByDescending(one => one.Number)
            .Take(limit + 1)
            .ProjectTo<ListViolationCases.ViolationCaseLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListViolationCases.Position(line.Number));
    }

    private static IQueryable<ViolationCase> Filtered(
        IQueryable<ViolationCase> cases,
        ListViolationCases query,
        ListViolationCases.Position? position
    )
    {
        if (query.State is { } state)
        {
            cases = cases.Where(one => one.State == state);
        }

        if (query.Article is { } article)
        {
            cases = cases.Where(one => one.Article == article);
        }

        if (query.Subject is { } subject)
        {
            cases = cases.Where(one => one.Subject == subject);
        }

        if (query.Text is { Length: > 0 } text)
        {
            cases = cases.Where(one =>
                one.Title.Contains(text) || one.SubjectName.Contains(text) || one.Number.Contains(text)
            );
        }

        if (position is { Number: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            cases = cases.Where(one => string.Compare(one.Number, after) < 0);
#pragma warning restore CA1309, CA1310
        }

        return cases;
    }
}
