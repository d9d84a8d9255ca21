using AutoMapper;

namespace SmartCity.Modules.Assets.Application;

/// <summary>The projections of the module's lists (ADR 0003).</summary>
internal sealed class AssetsProfile : Profile
{
    public AssetsProfile() { }
}
