using AutoMapper;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Exporting;
using SmartCity.Modules.Security.Application.Posts;
using SmartCity.Modules.Security.Application.Units;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Modules.Security.Domain.Exports;
using SmartCity.Modules.Security.Domain.Posts;
using SmartCity.Modules.Security.Domain.Units;

namespace SmartCity.Modules.Security.Application;

/// <summary>The projections of the module's lists (ADR 0003).</summary>
internal sealed class SecurityProfile : Profile
{
    public SecurityProfile()
    {
        CreateProjection<Unit, ListUnits.Item>();
        CreateProjection<Account, ListAccounts.Item>();
        CreateProjection<Post, ListPosts.PostLine>();
        CreateProjection<Export, ListExports.ExportLine>();
    }
}
