using AutoMapper;
using SmartCity.Modules.Security.Application.Accounts;
using SmartCity.Modules.Security.Application.Certificates;
using SmartCity.Modules.Security.Application.Delegating;
using SmartCity.Modules.Security.Application.Exporting;
using SmartCity.Modules.Security.Application.Mailing;
using SmartCity.Modules.Security.Application.Notices;
using SmartCity.Modules.Security.Application.Posts;
using SmartCity.Modules.Security.Application.Units;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Modules.Security.Domain.Accounts;
using SmartCity.Modules.Security.Domain.Certificates;
using SmartCity.Modules.Security.Domain.Delegations;
using SmartCity.Modules.Security.Domain.Exports;
using SmartCity.Modules.Security.Domain.Mails;
using SmartCity.Modules.Security.Domain.Notices;
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
        CreateProjection<AccountCertificate, ListCertificates.CertificateLine>();
        CreateProjection<Post, ListPosts.PostLine>();
        CreateProjection<Export, ListExports.ExportLine>();
        CreateProjection<Delegation, ListDelegations.DelegationLine>();
        CreateProjection<MailDelivery, ListMails.MailLine>();
        // Parameters of the projection, set by whoever lists: whose eyes, and in which language.
        var reader = default(AccountId);
        var inEnglish = false;
        CreateProjection<Notice, ListNotices.NoticeLine>()
            .ForCtorParam(
                nameof(ListNotices.NoticeLine.Title),
                line => line.MapFrom(notice => inEnglish ? notice.TitleEnglish : notice.TitleChinese)
            )
            .ForCtorParam(
                nameof(ListNotices.NoticeLine.OnBehalfOf),
                line => line.MapFrom(notice => notice.Account == reader ? null : notice.Account)
            )
            .ForCtorParam(
                nameof(ListNotices.NoticeLine.ObjectId),
                line => line.MapFrom(notice => notice.ObjectIdentity)
            );
    }
}
