using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.Modules.Acceptance.Contracts;
using SmartCity.Modules.Approval.Contracts;

namespace SmartCity.Modules.Acceptance.Application.Opening;

/// <summary>Tells another module how far a project's acceptance is.</summary>
internal sealed class AcceptanceOfHandler(IAcceptanceDatabase database)
    : IRequestHandler<AcceptanceOf, Contracts.AcceptanceProfile?>
{
    public Task<Contracts.AcceptanceProfile?> Handle(AcceptanceOf question, CancellationToken cancellationToken)
    {
        var declaration = new DeclarationId(question.Declaration);
        return database
            .Acceptances.Where(one => one.Declaration == declaration)
            .Select(one => new Contracts.AcceptanceProfile(
                one.Id,
                question.Declaration,
                one.ProjectName,
                one.IsService,
                one.LeadUnit.Value,
                one.PassedOn,
                one.InUseOn
            ))
            .FirstOrDefaultAsync(cancellationToken);
    }
}
