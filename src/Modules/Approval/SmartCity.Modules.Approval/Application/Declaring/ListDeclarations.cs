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
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Declaring;

/// <summary>The declarations that the actor may read, the newest first, page by page.</summary>
/// <param name="Unit">Lead or participating unit.</param>
/// <param name="Text">Part of the project's name or of the declaration's number.</param>
internal sealed record ListDeclarations(
    DeclarationState? State = null,
    ProjectKind? Kind = null,
    UnitId? Unit = null,
    string? Text = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListDeclarations.DeclarationLine>>
{
    internal sealed record DeclarationLine(
        [property: Description("系统编号")] DeclarationId Id,
        [property: Description("申报编号")] string Number,
        [property: Description("状态")] DeclarationState State,
        [property: Description("项目名称")] string ProjectName,
        [property: Description("项目类别")] ProjectKind? Kind,
        [property: Description("牵头单位编号")] UnitId LeadUnit,
        [property: Description("牵头单位")] string LeadUnitName,
        [property: Description("总投资")] Money TotalInvestment,
        [property: Description("财政资金")] Money FiscalShare,
        [property: Description("起草日期")] DateOnly DraftedOn
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Number);
}

internal sealed class ListDeclarationsValidator : AbstractValidator<ListDeclarations>
{
    public ListDeclarationsValidator()
    {
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.Kind).KnownWord();
        RuleFor(query => query.Text).Text(InputRules.ShortText);
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListDeclarationsHandler(IApprovalDatabase database, RequestContext request, IMapper mapper)
    : IRequestHandler<ListDeclarations, Result<Page<ListDeclarations.DeclarationLine>>>
{
    public async Task<Result<Page<ListDeclarations.DeclarationLine>>> Handle(
        ListDeclarations query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListDeclarations.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var readable = database.Declarations.ReadableTo(request.Actor);
        var lines = await Filtered(readable, query, position.Value)
            .OrderByDescending(declaration => declaration.Number)
            .Take(limit + 1)
            .ProjectTo<ListDeclarations.DeclarationLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListDeclarations.Position(line.Number));
    }

    private static IQueryable<Declaration> Filtered(
        IQueryable<Declaration> declarations,
        ListDeclarations query,
        ListDeclarations.Position? position
    )
    {
        if (query.State is { } state)
        {
            declarations = declarations.Where(one => one.State == state);
        }

        if (query.Kind is { } kind)
        {
            declarations = declarations.Where(one => one.Kind == kind);
        }

        if (query.Unit is { } unit)
        {
            declarations = declarations.Where(one =>
                one.LeadUnit == unit || one.Participations.Any(participation => participation.Unit == unit)
            );
        }

        if (query.Text is { Length: > 0 } text)
        {
            declarations = declarations.Where(one => one.ProjectName.Contains(text) || one.Number.Contains(text));
        }

        if (position is { Number: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            declarations = declarations.Where(one => string.Compare(one.Number, after) < 0);
#pragma warning restore CA1309, CA1310
        }

        return declarations;
    }
}
