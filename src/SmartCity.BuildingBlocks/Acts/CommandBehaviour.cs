using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Modules;
using SmartCity.BuildingBlocks.Persistence;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Acts;

/// <summary>
/// The way of every command: may this actor send it, was it answered before under the same key, does the service let it
/// pass just now, is it well formed, then the handler. It never saves for the handler; it writes the entry of an act that was not accepted, but for a dry run.
/// </summary>
internal sealed class CommandBehaviour<TCommand>(
    Act act,
    RequestContext context,
    Authorities authorities,
    ModuleOfRequest modules,
    IEnumerable<IActGate> gates,
    InputCheck<TCommand> inputCheck,
    IServiceProvider services
) : IPipelineBehavior<TCommand, Result<Receipt>>
    where TCommand : ICommand
{
    public async Task<Result<Receipt>> Handle(
        TCommand command,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<Result<Receipt>> next
    )
    {
        var authority = authorities.Of(typeof(TCommand));
        using var activity = Telemetry.Source.StartActivity(authority.Name);
        act.Begin(authority, CanonicalJson.HashOf(command));
        var store = (ModuleDbContext)services.GetRequiredService(modules.Of(typeof(TCommand)).Database!.Context);
        if (context.DryRun is { } dryRun)
        {
            activity?.SetTag("dry_run", true);
            return await RunDryAsync(dryRun, store, command, next, cancellationToken);
        }

        var outcome = await JudgeAsync(store, command, next, cancellationToken);
        if (outcome.IsFailure && await AnswerOfTwinAsync(store, cancellationToken) is { } answered)
        {
            outcome = answered;
        }
        else if (outcome.IsFailure)
        {
            activity?.SetStatus(ActivityStatusCode.Error, outcome.Failure.Code);
            await store.SaveFailureAsync(act, outcome.Failure, cancellationToken);
        }

        Telemetry.Acts.Add(
            1,
            new("command", authority.Name),
            new("outcome", outcome.IsFailure ? outcome.Failure.Code : "accepted")
        );
        return outcome;
    }

    private async Task<Result<Receipt>> RunDryAsync(
        DryRun dryRun,
        ModuleDbContext store,
        TCommand command,
        RequestHandlerDelegate<Result<Receipt>> next,
        CancellationToken cancellationToken
    )
    {
        store.IsDryRun = true;
        try
        {
            return await JudgeAsync(store, command, next, cancellationToken);
        }
        finally
        {
            // The context goes back to its pool, and the next act to use it is a real one.
            store.IsDryRun = false;
            dryRun.End();
        }
    }

    private async Task<Result<Receipt>> JudgeAsync(
        ModuleDbContext store,
        TCommand command,
        RequestHandlerDelegate<Result<Receipt>> next,
        CancellationToken cancellationToken
    )
    {
        if (authorities.Permit(typeof(TCommand), context.Actor) is { IsFailure: true, Failure: { } notCompetent })
        {
            return notCompetent;
        }

        if (await AnswerBeforeAsync(store, cancellationToken) is { } answer)
        {
            return answer;
        }

        foreach (var gate in gates)
        {
            var authority = authorities.Of(typeof(TCommand));
            if (await gate.PassAsync(act, authority, cancellationToken) is { IsFailure: true, Failure: { } heldBack })
            {
                return heldBack;
            }
        }

        if (await inputCheck.CheckAsync(command, cancellationToken) is { IsFailure: true, Failure: { } wrong })
        {
            return wrong;
        }

        return await next();
    }

    // The same request sent twice at once: the one that waited hears what the other was answered, not that it came late.
    private async Task<Result<Receipt>?> AnswerOfTwinAsync(ModuleDbContext store, CancellationToken cancellationToken)
    {
        if (context.IdempotencyKey is null)
        {
            return null;
        }

        await store.AbandonAsync();
        var answer = await AnswerBeforeAsync(store, cancellationToken);
        return answer is { IsFailure: false } ? answer : null;
    }

    private async Task<Result<Receipt>?> AnswerBeforeAsync(ModuleDbContext store, CancellationToken cancellationToken)
    {
        // In a dry run too the question is whether it is allowed now, not what was answered once.
        if (context.IdempotencyKey is not { } key || context.DryRun is not null)
        {
            return null;
        }

        var before = await store.AcceptedRequests.FindAsync([context.Actor.Account, key], cancellationToken);
        if (before is null)
        {
            return null;
        }

        if (before.Command != act.Command || before.RequestHash != act.RequestHash)
        {
            return Error.Unprocessable(
                "IDEMPOTENCY_KEY_REUSED",
                new(
                    "该 Idempotency-Key 已用于另一内容的请求，请换用新的键。",
                    "This Idempotency-Key was used for another request; take a new one."
                )
            );
        }

        return new Receipt(before.ObjectId, before.ObjectVersion, before.AuditEntry, act.Article);
    }
}
