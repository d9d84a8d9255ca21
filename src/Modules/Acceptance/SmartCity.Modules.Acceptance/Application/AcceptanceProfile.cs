using AutoMapper;
using SmartCity.Modules.Acceptance.Application.Accepting;
using SmartCity.Modules.Acceptance.Domain.Acceptances;

namespace SmartCity.Modules.Acceptance.Application;

/// <summary>The projections of the module's lists (ADR 0003).</summary>
internal sealed class AcceptanceProfile : Profile
{
    public AcceptanceProfile()
    {
        CreateProjection<ProjectAcceptance, ListAcceptances.AcceptanceLine>();
    }
}
