using System.ComponentModel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Construction.Domain.Buildings;
using SmartCity.Modules.Construction.Domain.Contractors;
using SmartCity.Modules.Construction.Domain.Projects;
using SmartCity.Modules.Construction.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Articles;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Construction.Application.Constructing;

/// <summary>One building with its tender, bids, contract and working group, and which gates apply to it.</summary>
internal sealed record GetBuilding(BuildingId Building) : IQuery<GetBuilding.BuildingDetail>
{
    internal sealed record BuildingDetail(
        BuildingId Id,
        string Number,
        BuildingState State,
        DeclarationId Declaration,
        string DeclarationNumber,
        string ProjectName,
        ProjectKind Kind,
        UnitId LeadUnit,
        IReadOnlyList<UnitId> ParticipatingUnits,
        Money TotalInvestment,
        Money ReviewedBudget,
        GateApplication Gates,
        TenderDetail? Tender,
        IReadOnlyList<BidDetail> Bids,
        AwardDetail? Award,
        ContractDetail? Contract,
        WorkingGroupDetail? WorkingGroup,
        IReadOnlyList<ExpertDetail> AssignedExperts,
        DateOnly? StartedOn,
        DateOnly? BuiltOn,
        string? BuiltStatement,
        string? EndedBecause,
        DateOnly? EndedOn,
        TakenUpDetail? TakenUp,
        long Version
    );

    /// <summary>That the project was taken over in mid-life, and which rules of earlier gates nobody judged here.</summary>
    internal sealed record TakenUpDetail(
        string OfficeNumber,
        string BasisDocumentNumber,
        DateOnly TakenOverOn,
        [property: Description("始于办法施行前：合同签订时办法尚未发布（第四十四条）")] bool IsBeforeTheRegulation,
        UnjudgedGates NotJudged
    );

    /// <summary>Which gates apply; what does not apply is told as such, never left out.</summary>
    internal sealed record GateApplication(
        [property: Description("资质要求（第十条）；当前没有相应种类的资质证书时不适用")] bool QualificationApplies,
        [property: Description("当前可据以承揽的资质证书种类")] IReadOnlyList<string> DemandedCertificateKinds,
        [property: Description("是否重大项目（第十一条）")] bool IsMajorProject,
        [property: Description("保修条款（第四十一条）；服务类项目不适用")] bool WarrantyApplies
    );

    internal sealed record TenderDetail(
        ProcurementMethod Method,
        string Platform,
        string NoticeNumber,
        DateOnly PublishedOn,
        DateOnly ClosesOn,
        Money Ceiling
    );

    internal sealed record BidDetail(
        BidId Id,
        ContractorId Contractor,
        string ContractorName,
        Money Amount,
        DateOnly SubmittedOn
    );

    internal sealed record AwardDetail(
        BidId Bid,
        ContractorId Contractor,
        string ContractorName,
        Money Amount,
        string NoticeNumber,
        DateOnly AwardedOn
    );

    internal sealed record ContractDetail(
        ContractId Id,
        string Number,
        DateOnly SignedOn,
        ContractForm Form,
        string? BuildTransferBasis,
        FinancingMode Financing,
        ContractorId? Contractor,
        UnitId ContractorUnit,
        string ContractorName,
        Money Amount,
        Money Capitalised,
        Money Retention,
        int? WarrantyMonths,
        bool WarrantyStartsAtAcceptance,
        string PayeeName,
        string PayeeBank,
        string PayeeAccount,
        IReadOnlyList<ContractLineDetail> Lines,
        bool IsInForce,
        string? TerminatedBecause,
        DateOnly? TerminatedOn
    );

    internal sealed record ContractLineDetail(
        int Number,
        string Name,
        ContractLineClass Class,
        long Quantity,
        string QuantityUnit,
        Money Amount
    );

    internal sealed record WorkingGroupDetail(
        AccountId Leader,
        string LeaderName,
        [property: Description("负责人是否仍在任：账号在用，且为牵头单位主要领导；否则空缺，须另行确定")]
            bool LeaderServes,
        DateOnly SetUpOn,
        IReadOnlyList<GroupMemberDetail> Members
    );

    internal sealed record GroupMemberDetail(
        AccountId Account,
        string Name,
        MemberRole Role,
        [property: Description("是否仍在任；否则空缺")] bool Serves
    );

    internal sealed record ExpertDetail(
        AccountId Account,
        string Name,
        DateOnly AssignedOn,
        [property: Description("是否仍在任；否则空缺")] bool Serves
    );
}

internal sealed class GetBuildingHandler(
    IConstructionDatabase database,
    RequestContext request,
    RulesInForce rules,
    Promulgation promulgation,
    IMediator mediator
) : IRequestHandler<GetBuilding, Result<GetBuilding.BuildingDetail>>
{
    public async Task<Result<GetBuilding.BuildingDetail>> Handle(GetBuilding query, CancellationToken cancellationToken)
    {
        var building = await database
            .Buildings.AsNoTracking()
            .Where(BuildingAccess.ReadableBy(request.Actor))
            .FirstOrDefaultAsync(one => one.Id == query.Building, cancellationToken);
        if (building is null)
        {
            return Error.NotFound(new("项目建设", "building"));
        }

        var demanded = await database.DemandedKindsAsync(building.Kind, rules.Today, cancellationToken);
        return Told(
            building,
            await mediator.GroupAsync(building, rules.Today, cancellationToken),
            new(
                demanded.Count > 0,
                demanded,
                Article11.IsMajor(building.TotalInvestment, rules.Parameters),
                WarrantyApplies: !building.IsService
            )
        );
    }

    private GetBuilding.BuildingDetail Told(Building building, GroupToday today, GetBuilding.GateApplication gates) =>
        new(
            building.Id,
            building.Number,
            building.State,
            building.Declaration,
            building.DeclarationNumber,
            building.ProjectName,
            building.Kind,
            building.LeadUnit,
            [.. building.Participants.Select(one => one.Unit)],
            building.TotalInvestment,
            building.ReviewedBudget,
            gates,
            building.Tender is { } tender ? Told(tender) : null,
            [
                .. building
                    .Bids.Where(bid => BuildingAccess.SeesBid(request.Actor, building, bid))
                    .OrderBy(bid => bid.SubmittedOn)
                    .ThenBy(bid => bid.Amount)
                    .Select(bid => new GetBuilding.BidDetail(
                        bid.Id,
                        bid.Contractor,
                        bid.ContractorName,
                        bid.Amount,
                        bid.SubmittedOn
                    )),
            ],
            building.Award is { } award ? Told(award) : null,
            building.Contract is { } contract ? Told(contract) : null,
            building.WorkingGroup is { } group ? Told(group, today) : null,
            [
                .. today.Experts.Select(expert => new GetBuilding.ExpertDetail(
                    expert.Account,
                    expert.Name,
                    expert.AssignedOn,
                    expert.CanServe
                )),
            ],
            building.StartedOn,
            building.BuiltOn,
            building.BuiltStatement,
            building.EndedBecause,
            building.EndedOn,
            building.TakenUp is { } before
                ? new(
                    before.OfficeNumber,
                    before.BasisDocumentNumber,
                    before.TakenOverOn,
                    promulgation.IsBefore(building.Contract?.SignedOn),
                    UnjudgedGates.Told(before.NotJudged, request.Language)
                )
                : null,
            building.Version
        );

    private static GetBuilding.TenderDetail Told(Tender tender) =>
        new(tender.Method, tender.Platform, tender.NoticeNumber, tender.PublishedOn, tender.ClosesOn, tender.Ceiling);

    private static GetBuilding.AwardDetail Told(Award award) =>
        new(award.Bid, award.Contractor, award.ContractorName, award.Amount, award.NoticeNumber, award.AwardedOn);

    private static GetBuilding.ContractDetail Told(Contract contract) =>
        new(
            contract.Id,
            contract.Number,
            contract.SignedOn,
            contract.Form,
            contract.BuildTransferBasis,
            contract.Financing,
            contract.Contractor,
            contract.ContractorUnit,
            contract.ContractorName,
            contract.Amount,
            contract.Capitalised,
            contract.Retention,
            contract.WarrantyMonths,
            contract.WarrantyStartsAtAcceptance,
            contract.PayeeName,
            contract.PayeeBank,
            contract.PayeeAccount,
            [
                .. contract
                    .Lines.OrderBy(line => line.Number)
                    .Select(line => new GetBuilding.ContractLineDetail(
                        line.Number,
                        line.Name,
                        line.Class,
                        line.Quantity,
                        line.QuantityUnit,
                        line.Amount
                    )),
            ],
            contract.IsInForce,
            contract.TerminatedBecause,
            contract.TerminatedOn
        );

    private static GetBuilding.WorkingGroupDetail Told(WorkingGroup group, GroupToday today) =>
        new(
            group.Leader,
            group.LeaderName,
            today.Leader is { HoldsMainPost: true, IsOfTheLeadUnit: true },
            group.SetUpOn,
            [
                .. today
                    .Members.OrderBy(member => member.Role)
                    .ThenBy(member => member.Name, StringComparer.Ordinal)
                    .Select(member => new GetBuilding.GroupMemberDetail(
                        member.Account,
                        member.Name,
                        member.Role,
                        member.CanServe
                    )),
            ]
        );
}
