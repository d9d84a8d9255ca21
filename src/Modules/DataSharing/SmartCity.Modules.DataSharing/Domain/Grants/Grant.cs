using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.DataSharing.Contracts;
using SmartCity.Modules.DataSharing.Domain.Agreements;
using SmartCity.Modules.DataSharing.Domain.Catalogue;
using SmartCity.Modules.DataSharing.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.DataSharing.Domain.Grants;

/// <summary>
/// One unit's right to take certain items of one resource for one purpose (articles 17 to 19, 22). An unconditional
/// resource needs no approver; of a conditional one the bureau approves, and only the provider can refuse, after a
/// consultation and in writing (INT-07).
/// </summary>
[ObjectName("grant", "数据授权", "grant")]
internal sealed class Grant : AggregateRoot<GrantId>
{
    private readonly List<ProviderNotice> notices = [];

    private Grant() { }

    /// <summary>授权编号: unique; its order is the order of making.</summary>
    public string Number { get; private init; } = "";

    public GrantState State { get; private set; }

    public ResourceId Resource { get; private init; }

    public string ResourceTitle { get; private init; } = "";

    public ShareType ShareType { get; private init; }

    public UnitId Provider { get; private init; }

    public AgreementId Agreement { get; private init; }

    /// <summary>The unit that may use it; it is not transferable.</summary>
    public UnitId Unit { get; private init; }

    public string UnitName { get; private init; } = "";

    /// <summary>What was asked for.</summary>
    public GrantTerms Requested { get; private init; } = null!;

    /// <summary>What was approved; null until then.</summary>
    public GrantTerms? Granted { get; private set; }

    public Purpose Purpose { get; private init; }

    public DateOnly RequestedOn { get; private init; }

    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Which conditions are not met, as the bureau told the provider.</summary>
    public string? ConsultedBecause { get; private set; }

    public DateOnly? ConsultedOn { get; private set; }

    /// <summary>The provider's written reasons.</summary>
    public string? RefusedBecause { get; private set; }

    public string? RevokedBecause { get; private set; }

    public DateOnly? RevokedOn { get; private set; }

    public IReadOnlyList<ProviderNotice> Notices => notices;

    public GrantStanding Standing => new(Id, Resource, Agreement, Unit, Provider, State, Granted ?? Requested);

    /// <summary>Asks for a grant; of an unconditional resource it is in force at once (article 17).</summary>
    public static Result<Grant> Request(
        GrantId id,
        GrantedResource resource,
        AgreementId agreement,
        AgreementStanding? agreed,
        ActingUnit unit,
        GrantTerms terms,
        RulesInForce rules
    )
    {
        var judged = rules.Judge(RequestQuestions(resource, agreed, unit, terms, rules.Today));
        if (judged.IsFailure)
        {
            return judged.Failure;
        }

        var grant = new Grant
        {
            Id = id,
            Number = Numbers.Of("SQ", id),
            State = GrantState.BdbReview,
            Resource = resource.Resource,
            ResourceTitle = resource.Title,
            ShareType = resource.ShareType,
            Provider = resource.Provider,
            Agreement = agreement,
            Unit = unit.Unit,
            UnitName = unit.Name,
            Requested = terms,
            Purpose = terms.Purpose!.Value,
            RequestedOn = rules.Today,
        };
        if (resource.ShareType == ShareType.Unconditional)
        {
            grant.PutInForce(terms, rules.Today);
        }

        return grant;
    }

    /// <summary>审核中、会商中 → 在效, by the bureau; the provider is notified in the same act and has no veto.</summary>
    /// <param name="items">The items approved; null for all that were asked for.</param>
    /// <param name="isNamedRecipient">For a special resource: its entry names the unit.</param>
    public Result Approve(IReadOnlyList<string>? items, bool isNamedRecipient, RulesInForce rules)
    {
        var approved = items ?? Requested.Items;
        var judged = From(GrantState.BdbReview, GrantState.Consulting)
            .Then(() => rules.Judge(ApprovalQuestions(approved, isNamedRecipient)));
        if (judged.IsFailure)
        {
            return judged;
        }

        PutInForce(Requested with { Items = approved }, rules.Today);
        Notify(
            NoticeKind.Approved,
            new(
                $"已批准{UnitName}共享“{ResourceTitle}”，共{approved.Count}个数据项。",
                $"The bureau has granted {UnitName} {approved.Count} item(s) of '{ResourceTitle}'."
            ),
            rules.Today
        );
        return Result.Success;
    }

    /// <summary>审核中 → 会商中: where conditions are not met the bureau consults the provider; it cannot refuse alone.</summary>
    public Result OpenConsultation(string reasons, DateOnly on)
    {
        if (ShareType != ShareType.Conditional)
        {
            return Illegal();
        }

        var legal = From(GrantState.BdbReview);
        if (legal.IsFailure)
        {
            return legal;
        }

        (State, ConsultedBecause, ConsultedOn) = (GrantState.Consulting, reasons, on);
        Notify(
            NoticeKind.ConsultationOpened,
            new(
                $"{UnitName}申请共享“{ResourceTitle}”，请会商：{reasons}",
                $"{UnitName} asks for '{ResourceTitle}'; the bureau consults you: {reasons}"
            ),
            on
        );
        return Result.Success;
    }

    /// <summary>会商中 → 不同意共享, by the provider, with written reasons.</summary>
    public Result Refuse(string? reasons, RulesInForce rules)
    {
        var judged = From(GrantState.Consulting)
            .Then(() => rules.Judge(Article18.RefusalReasonRequired.On(new(reasons))));
        if (judged.IsFailure)
        {
            return judged;
        }

        (State, RefusedBecause, DecidedOn) = (GrantState.ProviderRefused, reasons, rules.Today);
        return Result.Success;
    }

    /// <summary>在效 → 已撤销, by the bureau.</summary>
    public Result Revoke(string reason, DateOnly on)
    {
        var legal = From(GrantState.InForce);
        if (legal.IsFailure)
        {
            return legal;
        }

        (State, RevokedBecause, RevokedOn) = (GrantState.Revoked, reason, on);
        if (ShareType != ShareType.Unconditional)
        {
            Notify(
                NoticeKind.Revoked,
                new(
                    $"{UnitName}共享“{ResourceTitle}”的授权已撤销。",
                    $"The grant of '{ResourceTitle}' to {UnitName} was revoked."
                ),
                on
            );
        }

        return Result.Success;
    }

    private static IEnumerable<IQuestion> RequestQuestions(
        GrantedResource resource,
        AgreementStanding? agreed,
        ActingUnit unit,
        GrantTerms terms,
        DateOnly today
    )
    {
        // Without an agreement the provider's statement alone bounds the purpose.
        var allowed = resource.Uses.Where(use => agreed?.Purposes.Contains(use) ?? true).ToList();
        return
        [
            Article22.DemanderNotEligible.On(new(unit.Name, unit.Kind)),
            .. AgreementStanding.Questions(agreed, today),
            Article17.PurposeRequired.On(new(terms.Purpose)),
            Article22.PurposeMismatch.On(new(terms.Purpose, allowed)),
            Article18.ScopeExceeded.On(new([.. terms.Items.Except(resource.Items)])),
        ];
    }

    private IEnumerable<IQuestion> ApprovalQuestions(IReadOnlyList<string> approved, bool isNamedRecipient)
    {
        yield return Article18.ScopeExceeded.On(new([.. approved.Except(Requested.Items)]));
        if (ShareType == ShareType.Special)
        {
            yield return Article19.RecipientNotNamed.On(new(UnitName, isNamedRecipient));
        }
    }

    private void PutInForce(GrantTerms terms, DateOnly on) =>
        (State, Granted, DecidedOn) = (GrantState.InForce, terms, on);

    // The list of a grant's notices stays with the grant; the provider's own inbox has the same by the event.
    private void Notify(NoticeKind kind, LocalizedText text, DateOnly on)
    {
        var notice = new ProviderNotice
        {
            Number = notices.Count + 1,
            Provider = Provider,
            Kind = kind,
            On = on,
            Text = text.Chinese,
        };
        notices.Add(notice);
        Announce(notice.ToInbox(Id, ResourceTitle, text));
    }

    private Result From(params GrantState[] states) => states.Contains(State) ? Result.Success : Illegal();

    private Error Illegal() =>
        Error.IllegalTransition(
            State switch
            {
                GrantState.BdbReview => new(
                    "授权在市大数据管理局审核中，不能这样办理。",
                    "The bureau is reviewing the grant; this cannot be done now."
                ),
                GrantState.Consulting => new(
                    "授权在会商中，不能这样办理。",
                    "The grant is under consultation; this cannot be done now."
                ),
                GrantState.InForce => new(
                    "授权已在效，不能这样办理。",
                    "The grant is in force; this cannot be done any more."
                ),
                GrantState.ProviderRefused => new(
                    "提供单位已不同意共享，可另行申请。",
                    "The provider has refused; ask for another grant."
                ),
                _ => new("授权已经撤销，可另行申请。", "The grant was revoked; ask for another one."),
            }
        );
}
