using System.ComponentModel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Operations.Domain.Warranties;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Calendars;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Operations.Application.Warranties;

/// <summary>The warranties that the actor may read, the newest first, page by page.</summary>
/// <param name="Declaration">The project's declaration.</param>
/// <param name="Text">Part of the project's name, of the contract's or of the warranty's number.</param>
internal sealed record ListWarranties(
    WarrantyState? State = null,
    DeclarationId? Declaration = null,
    UnitId? Contractor = null,
    string? Text = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListWarranties.WarrantyLine>>
{
    internal sealed record WarrantyLine(
        [property: Description("系统编号")] WarrantyId Id,
        [property: Description("保修编号")] string Number,
        [property: Description("状态")] WarrantyState State,
        [property: Description("申报事项编号")] DeclarationId Declaration,
        [property: Description("项目名称")] string ProjectName,
        [property: Description("牵头单位编号")] UnitId LeadUnit,
        [property: Description("合同编号")] ContractId Contract,
        [property: Description("合同号")] string ContractNumber,
        [property: Description("承揽单位编号")] UnitId Contractor,
        [property: Description("承揽单位")] string ContractorName,
        [property: Description("保修月数")] int Months,
        [property: Description("起始日期")] DateOnly StartsOn,
        [property: Description("届满日期")] DateOnly EndsOn,
        [property: Description("届满日期是否待节假日安排公布后确定")] bool EndIsProvisional
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Number);
}

internal sealed class ListWarrantiesValidator : AbstractValidator<ListWarranties>
{
    public ListWarrantiesValidator()
    {
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.Text).Text(InputRules.ShortText);
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListWarrantiesHandler(
    IOperationsDatabase database,
    RequestContext request,
    ILegalClock clock,
    WorkingCalendar calendar
) : IRequestHandler<ListWarranties, Result<Page<ListWarranties.WarrantyLine>>>
{
    public async Task<Result<Page<ListWarranties.WarrantyLine>>> Handle(
        ListWarranties query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListWarranties.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var readable = database.Warranties.Where(WarrantyAccess.ReadableBy(request.Actor));
        // The state and the end are read off date and calendar, which SQL does not know: a page of roots is small.
        var warranties = await Filtered(readable, query, position.Value)
            .AsNoTracking()
            .IgnoreAutoIncludes()
            .OrderByDescending(warranty => warranty.Number)
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        return warranties.ConvertAll(Told).ToPage(limit, line => new ListWarranties.Position(line.Number));
    }

    private ListWarranties.WarrantyLine Told(Warranty warranty)
    {
        var end = warranty.End(calendar);
        return new(
            warranty.Id,
            warranty.Number,
            warranty.StateOn(clock.Today, calendar),
            warranty.Declaration,
            warranty.ProjectName,
            warranty.LeadUnit,
            warranty.Contract,
            warranty.ContractNumber,
            warranty.Contractor,
            warranty.ContractorName,
            warranty.Months,
            warranty.StartsOn,
            end.Day,
            end.IsProvisional
        );
    }

    private IQueryable<Warranty> Filtered(
        IQueryable<Warranty> warranties,
        ListWarranties query,
        ListWarranties.Position? position
    )
    {
        if (query.State is { } state)
        {
            var lastEnded = Warranty.LastEndedCorrespondingDay(clock.Today, calendar);
            warranties = state switch
            {
                WarrantyState.Void => warranties.Where(one => one.IsVoid),
                WarrantyState.Ended => warranties.Where(one => !one.IsVoid && one.CorrespondingDay <= lastEnded),
                _ => warranties.Where(one => !one.IsVoid && one.CorrespondingDay > lastEnded),
            };
        }

        if (query.Declaration is { } declaration)
        {
            warranties = warranties.Where(one => one.Declaration == declaration);
        }

        if (query.Contractor is { } contractor)
        {
            warranties = warranties.Where(one => one.Contractor == contractor);
        }

        if (query.Text is { Length: > 0 } text)
        {
            warranties = warranties.Where(one =>
                one.ProjectName.Contains(text) || one.ContractNumber.Contains(text) || one.Number.Contains(text)
            );
        }

        if (position is { Number: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            warranties = warranties.Where(one => string.Compare(one.Number, after) < 0);
#pragma warning restore CA1309, CA1310
        }

        return warranties;
    }
}
