using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Application.Payments;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Facts;

/// <summary>The facts that a project's payments are judged by, each with its source and time; what ended stands too.</summary>
internal sealed record GetPaymentFacts(DeclarationId Declaration) : IQuery<GetPaymentFacts.FactSheet>
{
    /// <param name="Registration">How the registration of assets stands; not applicable to services and where nothing is capitalised.</param>
    internal sealed record FactSheet(
        DeclarationId Declaration,
        AssetRegistrationStanding Registration,
        IReadOnlyList<Contract> Contracts,
        IReadOnlyList<Fact> Facts
    );

    /// <param name="IsTakenOver">Signed before the project was taken over.</param>
    internal sealed record Contract(
        ContractId Id,
        string Number,
        string ContractorName,
        FinancingMode Financing,
        Money Amount,
        Money Capitalised,
        Money Retention,
        Payee Payee,
        DateOnly SignedOn,
        bool IsTakenOver,
        bool Holds,
        Origin Origin,
        Ending? Ended
    );

    internal sealed record Fact(
        ProjectFactKind Kind,
        DateOnly On,
        DateOnly? EvaluationUntil,
        EvaluationResult? Result,
        bool Holds,
        Origin Origin,
        Ending? Ended
    );

    /// <param name="Source">The event's name.</param>
    /// <param name="Act">The audit entry of the act that caused it.</param>
    internal sealed record Origin(string Source, ActId? Act, DateTimeOffset HeardAt);

    internal sealed record Ending(string Source, ActId? Act, DateTimeOffset HeardAt, string Reason, DateOnly On);
}

internal sealed class GetPaymentFactsHandler(IApprovalDatabase database, RequestContext request)
    : IRequestHandler<GetPaymentFacts, Result<GetPaymentFacts.FactSheet>>
{
    public async Task<Result<GetPaymentFacts.FactSheet>> Handle(
        GetPaymentFacts query,
        CancellationToken cancellationToken
    )
    {
        var declaration = await database
            .Declarations.Where(PaymentAccess.ReadableBy(request.Actor))
            .Where(DeclarationAccess.ReadableBy(request.Actor))
            .Where(one => one.Id == query.Declaration)
            .Select(one => new { one.Kind })
            .FirstOrDefaultAsync(cancellationToken);
        if (declaration is null)
        {
            return Error.NotFound(new("申报事项", "declaration"));
        }

        var facts =
            await database
                .PaymentFacts.AsNoTracking()
                .FirstOrDefaultAsync(one => one.Id == query.Declaration, cancellationToken)
            ?? PaymentFacts.Of(query.Declaration);
        return new GetPaymentFacts.FactSheet(
            query.Declaration,
            facts.RegistrationOf(facts.Capitalised, declaration.Kind?.IsService() ?? false),
            [.. facts.Contracts.OrderBy(one => one.SignedOn).ThenBy(one => one.HeardAt).Select(Told)],
            [.. facts.Facts.OrderBy(one => one.Number).Select(Told)]
        );
    }

    private static GetPaymentFacts.Contract Told(ContractFact fact) =>
        new(
            fact.Contract,
            fact.Number,
            fact.ContractorName,
            fact.Financing,
            fact.Amount,
            fact.Capitalised,
            fact.Retention,
            fact.Payee,
            fact.SignedOn,
            fact.IsTakenOver,
            fact.Holds,
            new(fact.Source, fact.Act, fact.HeardAt),
            Ended(fact.EndedBy, fact.EndedByAct, fact.EndHeardAt, fact.EndedBecause, fact.EndedOn)
        );

    private static GetPaymentFacts.Fact Told(ProjectFact fact) =>
        new(
            fact.Kind,
            fact.On,
            fact.EvaluationUntil,
            fact.Result,
            fact.Holds,
            new(fact.Source, fact.Act, fact.HeardAt),
            Ended(fact.EndedBy, fact.EndedByAct, fact.EndHeardAt, fact.EndedBecause, fact.EndedOn)
        );

    private static GetPaymentFacts.Ending? Ended(
        string? by,
        ActId? act,
        DateTimeOffset? heardAt,
        string? because,
        DateOnly? on
    ) => by is null ? null : new(by, act, heardAt!.Value, because!, on!.Value);
}
