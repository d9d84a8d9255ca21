using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Modules.Approval.Application.Importing;

/// <summary>
/// Imports a declaration list: the whole of it is judged first, then each good row is an act of its own, in a dry run a
/// dry one. What a stop in between left out, the same file brings in when it is sent again; what is in already stays as
/// it is.
/// </summary>
internal sealed class DeclarationImport(IMediator mediator, RequestContext request, IServiceScopeFactory scopes)
{
    /// <param name="isDryRun">Judges, and changes nothing.</param>
    /// <returns>What became of each row, or why the file is refused whole.</returns>
    public async Task<Result<ImportReport>> RunAsync(
        string fileName,
        Stream content,
        bool isDryRun,
        CancellationToken cancellationToken
    )
    {
        var judged = await mediator.Send(new JudgeDeclarationList(fileName, content), cancellationToken);
        if (judged.IsFailure)
        {
            return judged.Failure;
        }

        foreach (var row in judged.Value.Rows.Where(row => row.Outcome == RowOutcome.Acceptable))
        {
            await ImportAsync(row, judged.Value.Sha256, isDryRun ? new DryRun() : null, cancellationToken);
        }

        return judged.Value.Report(fileName, isDryRun, request.Language);
    }

    // A request of its own for each row, as if each had been sent alone.
    private async Task ImportAsync(
        JudgedRow row,
        string fileSha256,
        DryRun? dryRun,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<RequestContext>();
        (own.Actor, own.Language, own.DryRun) = (request.Actor, request.Language, dryRun);
        var (project, services) = (row.Project, scope.ServiceProvider);
        var drafted = await services
            .GetRequiredService<IMediator>()
            .Send(
                new ImportDeclaration(
                    row.LeadUnit!.Value,
                    project.Sheet,
                    row.Key,
                    row.ContentHash,
                    fileSha256,
                    project.Row.Line
                ),
                cancellationToken
            );
        if (dryRun is { Allows: true })
        {
            return;
        }

        if (!drafted.IsFailure)
        {
            row.MarkDrafted(new(drafted.Value.Id));
            return;
        }

        // Somebody else may have sent the same list just now.
        await services.GetRequiredService<IApprovalDatabase>().FindImportedAsync([row], cancellationToken);
        if (row.Outcome == RowOutcome.Acceptable)
        {
            Refuse(row, drafted.Failure);
        }
    }

    private static void Refuse(JudgedRow row, Error failure)
    {
        if (failure.Violations.Count == 0)
        {
            row.Refuse(null, failure.Code, null, failure.Detail);
        }

        foreach (var violation in failure.Violations)
        {
            row.Refuse(null, violation.Code, violation.Article, violation.Remedy);
        }
    }
}
