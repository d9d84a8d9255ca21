using AutoMapper;

namespace SmartCity.Modules.DataSharing.Application;

/// <summary>The projections of the module's lists (ADR 0003).</summary>
internal sealed class DataSharingProfile : Profile
{
    public DataSharingProfile() { }
}
