using System.Diagnostics.CodeAnalysis;

namespace SmartCity.BuildingBlocks.Results;

/// <summary>A result type whose failure can be made without knowing what success would carry.</summary>
public interface IFailable<TSelf>
    where TSelf : IFailable<TSelf>
{
    Error? Failure { get; }

    static abstract TSelf FromError(Error error);
}

/// <summary>The outcome of an act that returns nothing: done, or an <see cref="Error"/>.</summary>
public readonly record struct Result : IFailable<Result>
{
    private Result(Error error) => Failure = error;

    public static Result Success => default;

    public Error? Failure { get; }

    [MemberNotNullWhen(true, nameof(Failure))]
    public bool IsFailure => Failure is not null;

    public static Result FromError(Error error) => new(error);

    public static implicit operator Result(Error error) => new(error);

    /// <summary>The first failure among them, or success; each is asked only when those before it succeeded.</summary>
    public Result Then(Func<Result> next) => IsFailure ? this : next();
}

/// <summary>The outcome of an act that returns a value: the value, or an <see cref="Error"/>.</summary>
public readonly record struct Result<T> : IFailable<Result<T>>
{
    private readonly T? value;

    private Result(T value) => this.value = value;

    private Result(Error error) => Failure = error;

    public Error? Failure { get; }

    [MemberNotNullWhen(true, nameof(Failure))]
    public bool IsFailure => Failure is not null;

    /// <exception cref="InvalidOperationException">The result is a failure: asking for its value is a bug.</exception>
    public T Value => Failure is null ? value! : throw new InvalidOperationException($"No value: {Failure.Code}.");

    public static Result<T> FromError(Error error) => new(error);

    /// <summary>For a value whose type is an interface or object, from which the language converts nothing by itself.</summary>
    public static Result<T> FromValue(T value) => new(value);

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Error error) => new(error);
}
