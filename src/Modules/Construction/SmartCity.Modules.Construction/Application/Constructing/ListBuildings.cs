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
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Domain.Projects;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.Constructing;

/// <summary>The buildings that the actor may read, the newest first, page by page.</summary>
/// <param name="Unit">Lead or participating unit.</param>
/// <param name="Text">Part of the project's name or of a number.</param>
internal sealed record ListBuildings(
    BuildingState? State = null,
    DeclarationId? Declaration = null,
    UnitId? Unit = null,
    string? Text = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListBuildings.BuildingLine>>
{
    internal sealed record BuildingLine(
        [property: Description("系统编号")] BuildingId Id,
        [property: Description("建设编号")] string Number,
        [property: Description("状态")] BuildingState State,
        [property: Description("申报事项编号")] DeclarationId Declaration,
        [property: Description("申报编号")] string DeclarationNumber,
        [property: Description("项目名称")] string ProjectName,
        [property: Description("项目类别")] ProjectKind Kind,
        [property: Description("牵头单位编号")] UnitId LeadUnit,
        [property: Description("总投资")] Money TotalInvestment,
        [property: Description("评审核定预算")] Money ReviewedBudget,
        [property: Description("中标单位编号")] UnitId? AwardedTo,
        [property: Description("开工日期")] DateOnly? StartedOn,
        [property: Description("建成日期")] DateOnly? BuiltOn
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Number);
}

internal sealed class ListBuildingsValidator : AbstractValidator<ListBuildings>
{
    public ListBuildingsValidator()
    {
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.Text).Text(InputRules.ShortText);
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListBuildingsHandler(IConstructionDatabase database, RequestContext request, IMapper mapper)
    : IRequestHandler<ListBuildings, Result<Page<ListBuildings.BuildingLine>>>
{
    public async Task<Result<Page<ListBuildings.BuildingLine>>> Handle(
        ListBuildings query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListBuildings.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var readable = database.Buildings.Where(BuildingAccess.ReadableBy(request.Actor));
        var lines = await Filtered(readable, query, position.Value)
            .OrderByDescending(building => building.Number)
            .Take(limit + 1)
            .ProjectTo<ListBuildings.BuildingLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListBuildings.Position(line.Number));
    }

    private static IQueryable<Building> Filtered(
        IQueryable<Building> buildings,
        ListBuildings query,
        ListBuildings.Position? position
    )
    {
        if (query.State is { } state)
        {
            buildings = buildings.Where(one => one.State == state);
        }

        if (query.Declaration is { } declaration)
        {
            buildings = buildings.Where(one => one.Declaration == declaration);
        }

        if (query.Unit is { } unit)
        {
            buildings = buildings.Where(one =>
                one.LeadUnit == unit || one.Participants.Any(participant => participant.Unit == unit)
            );
        }

        if (query.Text is { Length: > 0 } text)
        {
            buildings = buildings.Where(one =>
                one.ProjectName.Contains(text) || one.Number.Contains(text) || one.DeclarationNumber.Contains(text)
            );
        }

        if (position is { Number: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            buildings = buildings.Where(one => string.Compare(one.Number, after) < 0);
#pragma warning restore CA1309, CA1310
        }

        return buildings;
    }
}
