using System.ComponentModel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Operations.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Payments;

/// <summary>One payment with the way that it went.</summary>
internal sealed record GetPayment(PaymentId Payment) : IQuery<GetPayment.PaymentDetail>
{
    internal sealed record PaymentDetail(
        PaymentId Id,
        string Number,
        PaymentState State,
        PaymentKind Kind,
        DeclarationId Declaration,
        DeclarationId Project,
        ContractId? Contract,
        MaintenanceRequestId? MaintenanceRequest,
        UnitId Unit,
        Money Amount,
        [property: Description("大写金额，供支付凭证使用")] string AmountInCapitals,
        Payee Payee,
        string Basis,
        int Year,
        DateOnly RequestedOn,
        DateOnly? ApprovedOn,
        string? ApprovedBecause,
        bool PreEvaluation,
        string? DeclinedBecause,
        DateOnly? DeclinedOn,
        IReadOnlyList<Instruction> Instructions,
        string? ReceiptNumber,
        DateOnly? ConfirmedOn,
        long Version
    );

    internal sealed record Instruction(
        int Attempt,
        string InstructionNumber,
        DateOnly InstructedOn,
        string? ReturnedBecause,
        DateOnly? ReturnedOn
    );
}

internal sealed class GetPaymentHandler(IApprovalDatabase database, RequestContext request)
    : IRequestHandler<GetPayment, Result<GetPayment.PaymentDetail>>
{
    public async Task<Result<GetPayment.PaymentDetail>> Handle(GetPayment query, CancellationToken cancellationToken)
    {
        var payment = await database
            .PaymentsReadableBy(request.Actor)
            .AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == query.Payment, cancellationToken);
        return payment is null ? Error.NotFound(new("拨付申请", "payment")) : Told(payment);
    }

    private static GetPayment.PaymentDetail Told(Payment payment) =>
        new(
            payment.Id,
            payment.Number,
            payment.State,
            payment.Kind,
            payment.Declaration,
            payment.Project,
            payment.Contract,
            payment.MaintenanceRequest,
            payment.Unit,
            payment.Amount,
            payment.Amount.InCapitals(),
            payment.Payee,
            payment.Basis,
            payment.Year,
            payment.RequestedOn,
            payment.ApprovedOn,
            payment.ApprovedBecause,
            payment.PreEvaluation,
            payment.DeclinedBecause,
            payment.DeclinedOn,
            [
                .. payment
                    .Instructions.OrderBy(one => one.Attempt)
                    .Select(one => new GetPayment.Instruction(
                        one.Attempt,
                        one.InstructionNumber,
                        one.InstructedOn,
                        one.ReturnedBecause,
                        one.ReturnedOn
                    )),
            ],
            payment.ReceiptNumber,
            payment.ConfirmedOn,
            payment.Version
        );
}
