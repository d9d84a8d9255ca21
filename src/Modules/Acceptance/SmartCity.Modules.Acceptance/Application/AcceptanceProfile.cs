using AutoMapper;

namespace SmartCity.Modules.Acceptance.Application;

/// <summary>The projections of the module's lists (ADR 0003).</summary>
internal sealed class AcceptanceProfile : Profile
{
    public AcceptanceProfile() { }
}
