using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Modules.Approval.Domain.Payments;
using SmartCity.Modules.Approval.Domain.Rules;
using SmartCity.Modules.Security.Contracts;
using SmartCity.Regulation.Rules;

namespace SmartCity.Modules.Approval.Application.Payments;

/// <summary>
/// Payments on their way: fund, contract, payee, acceptance, assets and evaluation are judged again at approval and at
/// instruction, by what is known today. Who approves, and a reason for paying all the same, is not on record before.
/// </summary>
internal sealed class OpenPayments(IApprovalDatabase database) : IOpenCases
{
    public string ObjectType => "payment";

    private IQueryable<Payment> Open =>
        database
            .Payments.AsNoTracking()
            .Where(one =>
                one.State == PaymentState.Requested
                || one.State == PaymentState.Approved
                || one.State == PaymentState.Returned
            );

    public async Task<IReadOnlyList<Guid>> IdsAsync(CancellationToken cancellationToken)
    {
        var ids = await Open.Select(one => one.Id).ToListAsync(cancellationToken);
        return ids.ConvertAll(id => id.Value);
    }

    public async Task<IReadOnlyList<CaseInProgress>> LoadAsync(
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        var wanted = ids.Select(PaymentId.From).ToList();
        var cases = new List<CaseInProgress>();
        foreach (var payment in await Open.Where(one => wanted.Contains(one.Id)).ToListAsync(cancellationToken))
        {
            cases.Add(new(payment.Id.Value, payment.Number, [await NextActAsync(payment, cancellationToken)]));
        }

        return cases;
    }

    private async Task<NextAct> NextActAsync(Payment payment, CancellationToken cancellationToken)
    {
        var declaration = (await database.DeclarationAsync(payment.Declaration, cancellationToken))!;
        var project = (await database.DeclarationAsync(payment.Project, cancellationToken))!;
        var facts = await database.FactsAsync(payment.Project, cancellationToken);
        var others = await database.CommitmentsAsync(
            payment.Declaration,
            payment.Contract,
            payment.Id,
            cancellationToken
        );
        var nobody = new ActingFor(new AccountId(), new UnitId());
        return payment.State == PaymentState.Requested
            ? new(
                "approval.approve-payment",
                rules => payment.Approve(null, declaration, project, facts, others, nobody, rules),
                Article06.PaymentSelfApproval,
                Article37.PostEvalPoorReasonRequired
            )
            : new(
                "approval.instruct-payment",
                rules => payment.Instruct("", declaration, project, facts, others, nobody, rules)
            );
    }
}
