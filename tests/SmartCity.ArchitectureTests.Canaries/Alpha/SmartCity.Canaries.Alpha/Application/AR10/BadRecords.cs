using FluentValidation;
using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.Canaries.Alpha.Application.AR10;

internal sealed record SettableCommand : ICommand
{
    public string Holder { get; set; } = "";
}

internal sealed class SettableCommandValidator : AbstractValidator<SettableCommand>;

internal sealed class SettableCommandHandler : IRequestHandler<SettableCommand, Result<Receipt>>
{
    public Task<Result<Receipt>> Handle(SettableCommand request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Receipt>>(Error.VersionConflict());
}

internal record UnsealedQuery(string Holder) : IQuery<string>;
