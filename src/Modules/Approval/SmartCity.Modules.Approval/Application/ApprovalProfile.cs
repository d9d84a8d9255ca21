using AutoMapper;
using SmartCity.Modules.Approval.Application.Declaring;
using SmartCity.Modules.Approval.Application.MasterPlanning;
using SmartCity.Modules.Approval.Application.Payments;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.MasterPlanItems;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application;

/// <summary>The projections of the module's lists (ADR 0003).</summary>
internal sealed class ApprovalProfile : Profile
{
    public ApprovalProfile()
    {
        CreateProjection<MasterPlanItem, ListMasterPlanItems.MasterPlanItemLine>();
        CreateProjection<Declaration, ListDeclarations.DeclarationLine>();
        CreateProjection<Payment, ListPayments.PaymentLine>()
            .ForCtorParam(
                nameof(ListPayments.PaymentLine.PayeeAccount),
                line => line.MapFrom(payment => Masked.BankAccount(payment.PayeeAccount))
            );
    }
}
