using System.ComponentModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Construction.Domain.CountyProjects;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.CountyProjects;

/// <summary>The county projects that the actor may read, the newest first, page by page.</summary>
/// <param name="County">An administrative division code; a county's office finds nothing under another's.</param>
/// <param name="Filing">Such as those that wait for the office.</param>
/// <param name="Text">Part of the project's name or number, or of the constructing unit's name.</param>
internal sealed record ListCountyProjects(
    string? County = null,
    CountyProjectState? State = null,
    CountyFilingState? Filing = null,
    string? Text = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListCountyProjects.CountyProjectLine>>
{
    internal sealed record CountyProjectLine(
        [property: Description("系统编号")] CountyProjectId Id,
        [property: Description("项目编号")] string Number,
        [property: Description("状态")] CountyProjectState State,
        [property: Description("备案状态")] CountyFilingState? Filing,
        [property: Description("县市区代码")] string County,
        [property: Description("项目名称")] string Name,
        [property: Description("项目类别")] CountyProjectKind Kind,
        [property: Description("建设单位")] string ConstructingUnit,
        [property: Description("总投资")] Money TotalInvestment,
        [property: Description("登记日期")] DateOnly RegisteredOn
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Number);
}

internal sealed class ListCountyProjectsValidator : AbstractValidator<ListCountyProjects>
{
    public ListCountyProjectsValidator()
    {
        RuleFor(query => query.County)
            .Must(county => county is null || Jurisdictions.Counties.ContainsKey(county))
            .WithErrorCode("UNKNOWN_VALUE")
            .InWords("应为本市所辖县市区的行政区划代码。", "It is the code of a county, city or district of Xianyang.");
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.Filing).KnownWord();
        RuleFor(query => query.Text).Text(InputRules.ShortText);
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListCountyProjectsHandler(IConstructionDatabase database, RequestContext request, IMapper mapper)
    : IRequestHandler<ListCountyProjects, Result<Page<ListCountyProjects.CountyProjectLine>>>
{
    public async Task<Result<Page<ListCountyProjects.CountyProjectLine>>> Handle(
        ListCountyProjects query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListCountyProjects.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var readable = database.CountyProjects.Where(CountyProjectAccess.ReadableBy(request.Actor));
        var lines = await Filtered(readable, query, position.Value)
            .OrderByDescending(project => project.Number)
            .Take(limit + 1)
            .ProjectTo<ListCountyProjects.CountyProjectLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListCountyProjects.Position(line.Number));
    }

    private static IQueryable<CountyProject> Filtered(
        IQueryable<CountyProject> projects,
        ListCountyProjects query,
        ListCountyProjects.Position? position
    )
    {
        if (query.County is { } county)
        {
            projects = projects.Where(one => one.County == county);
        }

        if (query.State is { } state)
        {
            projects = projects.Where(one => one.State == state);
        }

        if (query.Filing is { } filing)
        {
            projects = projects.Where(one => one.Filing == filing);
        }

        if (query.Text is { Length: > 0 } text)
        {
            projects = projects.Where(one =>
                one.Name.Contains(text) || one.Number.Contains(text) || one.ConstructingUnit.Contains(text)
            );
        }

        if (position is { Number: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            projects = projects.Where(one => string.Compare(one.Number, after) < 0);
#pragma warning restore CA1309, CA1310
        }

        return projects;
    }
}
