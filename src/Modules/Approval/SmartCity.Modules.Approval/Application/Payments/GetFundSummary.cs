using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Payments;

/// <summary>How much of a declaration's money is arranged, asked for, approved and paid.</summary>
internal sealed record GetFundSummary(DeclarationId Declaration) : IQuery<GetFundSummary.FundSummary>
{
    /// <param name="Requested">Asked for and not decided yet.</param>
    /// <param name="Approved">Approved and on its way: instructed or sent back included.</param>
    /// <param name="Confirmed">Paid: the treasury's receipt has come.</param>
    /// <param name="BeforeTakeOver">What of the arranged money was arranged, and what was paid, before a running project was taken over; null for others.</param>
    /// <param name="Left">What can still be asked for: what was paid before a take-over is counted.</param>
    internal sealed record FundSummary(
        DeclarationId Declaration,
        DeclarationState State,
        bool IsSuspended,
        Money Reported,
        Money Arranged,
        Money Requested,
        Money Approved,
        Money Confirmed,
        EarlierFund? BeforeTakeOver,
        Money Left
    );

    internal sealed record EarlierFund(Money Arranged, Money Paid);
}

internal sealed class GetFundSummaryHandler(IApprovalDatabase database, RequestContext request)
    : IRequestHandler<GetFundSummary, Result<GetFundSummary.FundSummary>>
{
    public async Task<Result<GetFundSummary.FundSummary>> Handle(
        GetFundSummary query,
        CancellationToken cancellationToken
    )
    {
        var declaration = await database
            .Declarations.AsNoTracking()
            .Where(PaymentAccess.ReadableBy(request.Actor))
            .Where(DeclarationAccess.ReadableBy(request.Actor))
            .FirstOrDefaultAsync(one => one.Id == query.Declaration, cancellationToken);
        if (declaration is null)
        {
            return Error.NotFound(new("申报事项", "declaration"));
        }

        var payments = database.Payments.Where(one => one.Declaration == query.Declaration);
        var byState = await payments
            .GroupBy(one => one.State)
            .Select(group => new { State = group.Key, Fen = group.Sum(one => one.Amount.Fen) })
            .ToDictionaryAsync(one => one.State, one => Money.FromFen(one.Fen), cancellationToken);
        var committed = await payments
            .Where(PaymentCommitment.IsCommitted)
            .SumAsync(one => one.Amount.Fen, cancellationToken);
        Money In(params PaymentState[] states) => states.Select(state => byState.GetValueOrDefault(state)).Sum();
        return new GetFundSummary.FundSummary(
            declaration.Id,
            declaration.State,
            declaration.IsFundSuspended,
            declaration.Reported,
            declaration.Arranged,
            In(PaymentState.Requested),
            In(PaymentState.Approved, PaymentState.Instructed, PaymentState.Returned),
            In(PaymentState.Confirmed),
            declaration.TakeOver is { } before ? new(before.Arranged, before.Paid) : null,
            Money.FromFen(declaration.Arranged.Fen - declaration.PaidBefore.Fen - committed)
        );
    }
}
