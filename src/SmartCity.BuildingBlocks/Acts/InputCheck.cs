using FluentValidation;
using SmartCity.BuildingBlocks.Results;

namespace SmartCity.BuildingBlocks.Acts;

/// <summary>Runs a request's validators and tells every wrong field at once.</summary>
internal sealed class InputCheck<TRequest>(IEnumerable<IValidator<TRequest>> validators)
{
    public async Task<Result> CheckAsync(TRequest request, CancellationToken cancellationToken)
    {
        var errors = new List<FieldError>();
        foreach (var validator in validators)
        {
            var outcome = await validator.ValidateAsync(request, cancellationToken);
            errors.AddRange(
                outcome.Errors.Select(failure => new FieldError(
                    FieldPath(failure.PropertyName),
                    failure.ErrorCode,
                    failure.ErrorMessage
                ))
            );
        }

        return errors.Count == 0 ? Result.Success : Error.Invalid(errors);
    }

    // FluentValidation names properties as C# does; the request spells them in camelCase.
    private static string FieldPath(string property) =>
        string.Join(
            '.',
            property.Split('.').Select(part => part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..])
        );
}
