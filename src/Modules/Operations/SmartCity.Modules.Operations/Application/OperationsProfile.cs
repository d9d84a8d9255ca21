using AutoMapper;

namespace SmartCity.Modules.Operations.Application;

/// <summary>The projections of the module's lists (ADR 0003).</summary>
internal sealed class OperationsProfile : Profile
{
    public OperationsProfile() { }
}
