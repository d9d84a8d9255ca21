using System.ComponentModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Acceptance.Domain.Acceptances;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Acceptance.Application.Accepting;

/// <summary>The acceptances that the actor may read, the newest first, page by page.</summary>
/// <param name="Text">Part of the project's name or of the acceptance's number.</param>
internal sealed record ListAcceptances(
    AcceptanceState? State = null,
    DeclarationId? Declaration = null,
    string? Text = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListAcceptances.AcceptanceLine>>
{
    internal sealed record AcceptanceLine(
        [property: Description("系统编号")] AcceptanceId Id,
        [property: Description("验收编号")] string Number,
        [property: Description("申报事项编号")] DeclarationId Declaration,
        [property: Description("状态")] AcceptanceState State,
        [property: Description("项目名称")] string ProjectName,
        [property: Description("项目类别")] string Kind,
        [property: Description("是否服务类")] bool IsService,
        [property: Description("牵头单位编号")] UnitId LeadUnit,
        [property: Description("建成日期")] DateOnly BuiltOn,
        [property: Description("验收合格日期")] DateOnly? PassedOn,
        [property: Description("投入使用日期")] DateOnly? InUseOn,
        [property: Description("后评价首日")] DateOnly? EvaluationFrom,
        [property: Description("后评价末日")] DateOnly? EvaluationUntil
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Number);
}

internal sealed class ListAcceptancesValidator : AbstractValidator<ListAcceptances>
{
    public ListAcceptancesValidator()
    {
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.Text).Text(InputRules.ShortText);
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListAcceptancesHandler(IAcceptanceDatabase database, RequestContext request, IMapper mapper)
    : IRequestHandler<ListAcceptances, Result<Page<ListAcceptances.AcceptanceLine>>>
{
    public async Task<Result<Page<ListAcceptances.AcceptanceLine>>> Handle(
        ListAcceptances query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListAcceptances.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var readable = database.Acceptances.Where(AcceptanceAccess.ReadableBy(request.Actor));
        var lines = await Filtered(readable, query, position.Value)
            .OrderByDescending(acceptance => acceptance.Number)
            .Take(limit + 1)
            .ProjectTo<ListAcceptances.AcceptanceLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListAcceptances.Position(line.Number));
    }

    private static IQueryable<ProjectAcceptance> Filtered(
        IQueryable<ProjectAcceptance> acceptances,
        ListAcceptances query,
        ListAcceptances.Position? position
    )
    {
        if (query.State is { } state)
        {
            acceptances = acceptances.Where(one => one.State == state);
        }

        if (query.Declaration is { } declaration)
        {
            acceptances = acceptances.Where(one => one.Declaration == declaration);
        }

        if (query.Text is { Length: > 0 } text)
        {
            acceptances = acceptances.Where(one => one.ProjectName.Contains(text) || one.Number.Contains(text));
        }

        if (position is { Number: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            acceptances = acceptances.Where(one => string.Compare(one.Number, after) < 0);
#pragma warning restore CA1309, CA1310
        }

        return acceptances;
    }
}
