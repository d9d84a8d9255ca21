using System.ComponentModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Assets.Contracts;
using SmartCity.Modules.Assets.Domain.Registrations;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Application.Registering;

/// <summary>The registrations that the actor may read, the newest first, page by page.</summary>
/// <param name="Overdue">True for those that are open after the day they were due.</param>
/// <param name="Text">Part of the project's name or of the registration's number.</param>
internal sealed record ListRegistrations(
    RegistrationState? State = null,
    bool? Overdue = null,
    DeclarationId? Declaration = null,
    UnitId? Unit = null,
    string? Text = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListRegistrations.RegistrationListLine>>
{
    internal sealed record RegistrationListLine(
        [property: Description("系统编号")] AssetRegistrationId Id,
        [property: Description("登记编号")] string Number,
        [property: Description("申报事项编号")] DeclarationId Declaration,
        [property: Description("项目名称")] string ProjectName,
        [property: Description("牵头单位编号")] UnitId LeadUnit,
        [property: Description("牵头单位")] string LeadUnitName,
        [property: Description("状态")] RegistrationState State,
        [property: Description("验收合格日期")] DateOnly PassedOn,
        [property: Description("应完成日期")] DateOnly DueOn,
        [property: Description("应登记价值")] Money CapitalisedValue,
        [property: Description("已登记价值")] Money RegisteredValue
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Number);
}

internal sealed class ListRegistrationsValidator : AbstractValidator<ListRegistrations>
{
    public ListRegistrationsValidator()
    {
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.Text).Text(InputRules.ShortText);
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListRegistrationsHandler(
    IAssetsDatabase database,
    RequestContext request,
    ILegalClock clock,
    IMapper mapper
) : IRequestHandler<ListRegistrations, Result<Page<ListRegistrations.RegistrationListLine>>>
{
    public async Task<Result<Page<ListRegistrations.RegistrationListLine>>> Handle(
        ListRegistrations query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListRegistrations.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var readable = database.Registrations.Where(LedgerAccess.Registrations(request.Actor));
        var lines = await Filtered(readable, query, position.Value)
            .OrderByDescending(registration => registration.Number)
            .Take(limit + 1)
            .ProjectTo<ListRegistrations.RegistrationListLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListRegistrations.Position(line.Number));
    }

    private IQueryable<AssetRegistration> Filtered(
        IQueryable<AssetRegistration> registrations,
        ListRegistrations query,
        ListRegistrations.Position? position
    )
    {
        if (query.State is { } state)
        {
            registrations = registrations.Where(one => one.State == state);
        }

        if (query.Overdue is { } overdue)
        {
            var today = clock.Today;
            registrations = registrations.Where(one =>
                (one.State == RegistrationState.Open && one.DueOn < today) == overdue
            );
        }

        if (query.Declaration is { } declaration)
        {
            registrations = registrations.Where(one => one.Declaration == declaration);
        }

        if (query.Unit is { } unit)
        {
            registrations = registrations.Where(one => one.LeadUnit == unit);
        }

        if (query.Text is { Length: > 0 } text)
        {
            registrations = registrations.Where(one => one.ProjectName.Contains(text) || one.Number.Contains(text));
        }

        if (position is { Number: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            registrations = registrations.Where(one => string.Compare(one.Number, after) < 0);
#pragma warning restore CA1309, CA1310
        }

        return registrations;
    }
}
