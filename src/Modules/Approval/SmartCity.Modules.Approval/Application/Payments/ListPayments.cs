using System.ComponentModel;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Paging;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Construction.Contracts;
using SmartCity.Modules.Operations.Contracts;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Payments;

/// <summary>The payments that the actor may read, the newest first, page by page.</summary>
internal sealed record ListPayments(
    DeclarationId? Declaration = null,
    PaymentState? State = null,
    PaymentKind? Kind = null,
    string? After = null,
    int? Limit = null
) : IQuery<Page<ListPayments.PaymentLine>>
{
    internal sealed record PaymentLine(
        [property: Description("系统编号")] PaymentId Id,
        [property: Description("拨付编号")] string Number,
        [property: Description("状态")] PaymentState State,
        [property: Description("拨付类别")] PaymentKind Kind,
        [property: Description("申报事项编号")] DeclarationId Declaration,
        [property: Description("合同编号")] ContractId? Contract,
        [property: Description("运维经费申请编号")] MaintenanceRequestId? MaintenanceRequest,
        [property: Description("单位编号")] UnitId Unit,
        [property: Description("金额")] Money Amount,
        [property: Description("收款人")] string PayeeName,
        [property: Description("收款账号（脱敏）")] Masked PayeeAccount,
        [property: Description("年度")] int Year,
        [property: Description("申请日期")] DateOnly RequestedOn,
        [property: Description("支付日期")] DateOnly? ConfirmedOn
    );

    /// <summary>Where a page ended.</summary>
    internal sealed record Position(string Number);
}

internal sealed class ListPaymentsValidator : AbstractValidator<ListPayments>
{
    public ListPaymentsValidator()
    {
        RuleFor(query => query.State).KnownWord();
        RuleFor(query => query.Kind).KnownWord();
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestLimit).WithErrorCode("OUT_OF_RANGE");
    }
}

internal sealed class ListPaymentsHandler(IApprovalDatabase database, RequestContext request, IMapper mapper)
    : IRequestHandler<ListPayments, Result<Page<ListPayments.PaymentLine>>>
{
    public async Task<Result<Page<ListPayments.PaymentLine>>> Handle(
        ListPayments query,
        CancellationToken cancellationToken
    )
    {
        var position = Cursor.Read<ListPayments.Position>(query.After);
        if (position.IsFailure)
        {
            return position.Failure;
        }

        var limit = query.Limit ?? Cursor.DefaultLimit;
        var lines = await Filtered(database.PaymentsReadableBy(request.Actor), query, position.Value)
            .OrderByDescending(payment => payment.Number)
            .Take(limit + 1)
            .ProjectTo<ListPayments.PaymentLine>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return lines.ToPage(limit, line => new ListPayments.Position(line.Number));
    }

    private static IQueryable<Payment> Filtered(
        IQueryable<Payment> payments,
        ListPayments query,
        ListPayments.Position? position
    )
    {
        if (query.Declaration is { } declaration)
        {
            payments = payments.Where(one => one.Declaration == declaration);
        }

        if (query.State is { } state)
        {
            payments = payments.Where(one => one.State == state);
        }

        if (query.Kind is { } kind)
        {
            payments = payments.Where(one => one.Kind == kind);
        }

        if (position is { Number: var after })
        {
#pragma warning disable CA1309, CA1310 // compared by the database, in the order that it sorts by
            payments = payments.Where(one => string.Compare(one.Number, after) < 0);
#pragma warning restore CA1309, CA1310
        }

        return payments;
    }
}
