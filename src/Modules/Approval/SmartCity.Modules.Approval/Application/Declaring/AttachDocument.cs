using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Domain;
using SmartCity.BuildingBlocks.Files;
using SmartCity.BuildingBlocks.Results;
using SmartCity.Modules.Approval.Contracts;
using SmartCity.Modules.Approval.Domain.Declarations;
using SmartCity.Regulation.Rules;
using SmartCity.Regulation.Values;

namespace SmartCity.Modules.Approval.Application.Declaring;

/// <summary>
/// The lead unit attaches a file. Its content is read once, after the right to attach it was found; the submission
/// freezes its hash. The papers of a project that was taken over are attached afterwards, by the office too.
/// </summary>
internal sealed record AttachDocument(
    DeclarationId Declaration,
    DocumentKind Kind,
    string FileName,
    [property: JsonIgnore] Stream Content,
    long ExpectedVersion
) : ICommand, IChangesObject;

internal sealed class AttachDocumentValidator : AbstractValidator<AttachDocument>
{
    public AttachDocumentValidator()
    {
        RuleFor(command => command.Kind).KnownWord();
        RuleFor(command => command.FileName).RequiredText(InputRules.ShortText);
    }
}

internal sealed class AttachDocumentHandler(
    IApprovalDatabase database,
    Act act,
    RulesInForce rules,
    IFileStore files,
    IIdSource ids
) : IRequestHandler<AttachDocument, Result<Receipt>>
{
    public async Task<Result<Receipt>> Handle(AttachDocument command, CancellationToken cancellationToken)
    {
        var declaration = await database.Declarations.FirstOrDefaultAsync(
            one => one.Id == command.Declaration,
            cancellationToken
        );
        var allowed = act.Authorise(declaration, DeclarationAccess.OfThoseWhoAttach, command.ExpectedVersion);
        if (allowed.IsFailure)
        {
            return allowed.Failure;
        }

        var stored = await files.SaveAsync(command.Content, cancellationToken);
        if (stored.IsFailure)
        {
            return stored.Failure;
        }

        var actor = ActingFor.Of(act.Actor);
        var document = new DeclarationDocument
        {
            Id = ids.Next<DocumentId>(),
            Kind = command.Kind,
            FileName = command.FileName,
            Sha256 = stored.Value.Sha256,
            Length = stored.Value.Length,
            MediaType = stored.Value.MediaType,
            AttachedBy = actor.Account,
            AttachedAt = act.At,
        };
        act.Name(document.Named());
        var outcome = declaration!.Attach(document, actor, rules);
        return outcome.IsFailure ? outcome.Failure : await database.SaveChangesAsync(act, cancellationToken);
    }
}
