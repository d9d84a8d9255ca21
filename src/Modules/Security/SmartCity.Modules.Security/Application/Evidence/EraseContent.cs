using System.ComponentModel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Audit;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Security.Application.Auditing;
using SmartCity.Modules.Security.Domain.Evidence;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Security.Application.Evidence;

/// <summary>
/// Decides that the content beside an entry's leaf is erased. The leaf stays, and the entry of the decision tells the basis; the
/// content goes when that entry is in the log.
/// </summary>
/// <param name="Entry">The entry whose content goes.</param>
/// <param name="Law">The law and article that demands it.</param>
/// <param name="DocumentNumber">The document by which it was decided.</param>
internal sealed record EraseContent(Guid Entry, string Law, string DocumentNumber, string Reason) : ICommand
{
    /// <summary>删除内容的依据</summary>
    internal sealed record Basis(
        [property: Description("法律依据，写明法律名称和条款")] string Law,
        [property: Description("决定文号")] string DocumentNumber,
        [property: Description("事由，不写被删除的内容")] string Reason
    );
}

internal sealed class EraseContentValidator : AbstractValidator<EraseContent>
{
    public EraseContentValidator()
    {
        RuleFor(command => command.Law).RequiredText(InputRules.ShortText);
        RuleFor(command => command.DocumentNumber).RequiredText(InputRules.ShortText);
        RuleFor(command => command.Reason).RequiredText(InputRules.ShortText);
    }
}

internal sealed class EraseContentHandler(
    ISecurityDatabase database,
    Act act,
    AuditTrail trail,
    LogReader log,
    RulesInForce rules,
    IIdSource ids
) : IRequestHandler<EraseContent, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(EraseContent command, CancellationToken cancellationToken)
    {
        var found = await trail.FindAsync(command.Entry, all => all.ReadableTo(act.Actor), cancellationToken);
        if (found is null)
        {
            return AuditAccess.Absent;
        }

        var entry = new EntryId(command.Entry);
        if (
            AuditContent.TryOf(found.Entry) is not { } told
            || await database.Erasures.AnyAsync(one => one.Entry == entry, cancellationToken)
        )
        {
            return Error.Conflict(
                "CONTENT_NOT_THERE",
                new(
                    "该条目的内容已经删除，或者已决定删除。",
                    "The entry's content is erased already, or decided to be."
                )
            );
        }

        var decided = Erasure.Decide(
            ids.Next<ErasureId>(),
            new(
                found.Schema,
                entry,
                found.Entry.Hash,
                told.Command,
                await IsOwnActAsync(told, cancellationToken),
                (await log.PlacesAsync([command.Entry], cancellationToken)).Count > 0
            ),
            new(command.Law, command.DocumentNumber, command.Reason),
            new(act.AuditEntry),
            new(act.Actor.Account),
            rules
        );
        if (decided.IsFailure)
        {
            return decided.Failure;
        }

        if (act.Authorise(decided.Value, SecurityAuthorities.OnErasure) is { IsFailure: true, Failure: { } denied })
        {
            return denied;
        }

        act.Name(
            new NamedErasure(command.Entry, found.Entry.Hash, command.Law, command.DocumentNumber, command.Reason)
        );
        database.Erasures.Add(decided.Value);
        return await database.SaveChangesAsync(act, cancellationToken);
    }

    // What a module did on a message is the act of the one who caused it.
    private async Task<bool> IsOwnActAsync(AuditContent told, CancellationToken cancellationToken)
    {
        var (own, next) = (act.Actor.Account.ToString(), told);
        while (next is not null && next.Actor != own)
        {
            next =
                next.OnBehalfOf is { } cause && await trail.FindAsync(cause, all => all, cancellationToken) is { } by
                    ? AuditContent.TryOf(by.Entry)
                    : null;
        }

        return next is not null;
    }
}
