using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Assets.Contracts;
using SmartCity.Modules.Assets.Domain.Registrations;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Assets.Application.Registering;

/// <summary>
/// Where the registration of a project's assets stands, by its declaration. Of a service project it is told that
/// registration does not apply (INT-25).
/// </summary>
internal sealed record GetProjectAssets(DeclarationId Declaration) : IQuery<GetProjectAssets.ProjectAssets>
{
    internal enum Applicability
    {
        /// <summary>应当登记</summary>
        Applicable,

        /// <summary>不适用：服务类项目不形成资产</summary>
        NotApplicable,
    }

    /// <param name="Registration">The registration in force; null before the acceptance passed, and for services.</param>
    internal sealed record ProjectAssets(
        DeclarationId Declaration,
        string ProjectName,
        Applicability Applicability,
        RegistrationSummary? Registration
    );

    internal sealed record RegistrationSummary(
        AssetRegistrationId Id,
        string Number,
        RegistrationState State,
        DateOnly DueOn,
        Money CapitalisedValue,
        Money RegisteredValue
    );
}

internal sealed class GetProjectAssetsHandler(IAssetsDatabase database, RequestContext request, IMediator mediator)
    : IRequestHandler<GetProjectAssets, Result<GetProjectAssets.ProjectAssets>>
{
    public async Task<Result<GetProjectAssets.ProjectAssets>> Handle(
        GetProjectAssets query,
        CancellationToken cancellationToken
    )
    {
        var acceptance = await mediator.Send(new AcceptanceOf(query.Declaration.Value), cancellationToken);
        if (acceptance is null || !LedgerAccess.ReadsProjectOf(request.Actor, new(acceptance.LeadUnit)))
        {
            return Error.NotFound(new("该项目的验收", "acceptance of this project"));
        }

        var registration = await database
            .Registrations.Where(one => one.Declaration == query.Declaration && one.State != RegistrationState.Void)
            .Select(one => new GetProjectAssets.RegistrationSummary(
                one.Id,
                one.Number,
                one.State,
                one.DueOn,
                one.CapitalisedValue,
                one.RegisteredValue
            ))
            .FirstOrDefaultAsync(cancellationToken);
        return new GetProjectAssets.ProjectAssets(
            query.Declaration,
            acceptance.ProjectName,
            acceptance.IsService
                ? GetProjectAssets.Applicability.NotApplicable
                : GetProjectAssets.Applicability.Applicable,
            registration
        );
    }
}
