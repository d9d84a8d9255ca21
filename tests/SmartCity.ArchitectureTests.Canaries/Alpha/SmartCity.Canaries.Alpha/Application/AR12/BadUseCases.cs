using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Canaries.Alpha.Application.AR12;

internal sealed record HandledTwice(string Holder) : ICommand;

internal sealed class HandledTwiceValidator : AbstractValidator<HandledTwice>;

internal sealed class HandledTwiceHandler : BadHandler<HandledTwice>;

internal sealed class HandledTwiceAgainHandler : BadHandler<HandledTwice>;

internal sealed record HandledByNobody(string Holder) : ICommand;

internal sealed class HandledByNobodyValidator : AbstractValidator<HandledByNobody>;

internal sealed record WithoutValidator(string Holder) : ICommand;

internal sealed class WithoutValidatorHandler : BadHandler<WithoutValidator>;

internal sealed record ValidatedTwice(string Holder) : ICommand;

internal sealed class ValidatedTwiceValidator : AbstractValidator<ValidatedTwice>;

internal sealed class ValidatedTwiceAgainValidator : AbstractValidator<ValidatedTwice>;

internal sealed class ValidatedTwiceHandler : BadHandler<ValidatedTwice>;

internal sealed record ValidatedWithoutInput(string Holder) : ICommand, INoInput;

internal sealed class ValidatedWithoutInputValidator : AbstractValidator<ValidatedWithoutInput>;

internal sealed class ValidatedWithoutInputHandler : BadHandler<ValidatedWithoutInput>;

internal sealed record WithoutAuthority(string Holder) : ICommand, INoInput;

internal sealed class WithoutAuthorityHandler : BadHandler<WithoutAuthority>;

internal sealed record PermittedTwice(string Holder) : ICommand, INoInput;

internal sealed class PermittedTwiceHandler : BadHandler<PermittedTwice>;

internal sealed class SecondAuthorities : AuthorityTable
{
    public SecondAuthorities() =>
        Command<PermittedTwice>(
            Stake.Business,
            "alpha.permitted-twice-again",
            6,
            new("办公室", "the office"),
            "office"
        );
}

internal sealed record QueryWithoutAuthority : IQuery<string>;

internal sealed class QueryWithoutAuthorityHandler : IRequestHandler<QueryWithoutAuthority, Result<string>>
{
    public Task<Result<string>> Handle(QueryWithoutAuthority request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<string>>(Error.VersionConflict());
}

internal abstract class BadHandler<TCommand> : IRequestHandler<TCommand, Result<Receipt>>
    where TCommand : ICommand
{
    public Task<Result<Receipt>> Handle(TCommand request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Receipt>>(Error.VersionConflict());
}
