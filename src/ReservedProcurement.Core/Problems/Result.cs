using System.Diagnostics.CodeAnalysis;

namespace ReservedProcurement.Core.Problems;

/// <summary>A value, or the <see cref="Problem"/> that stood in its way. Converts from either, so a handler just returns what it has.</summary>
public readonly struct Result<T>
{
    private readonly T? _value;

    private Result(T value) => _value = value;

    private Result(Problem problem) => Problem = problem;

    public Problem? Problem { get; }

    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Problem is null;

    /// <exception cref="InvalidOperationException">The result is a problem; ask <see cref="Succeeded"/> first.</exception>
    public T Value => Problem is null ? _value! : throw new InvalidOperationException($"There is no value, but the problem {Problem.Code}.");

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Problem problem) => new(problem);

    [SuppressMessage("Design", "CA1000", Justification = "Needed when T is an interface, which the language gives no conversion for.")]
    public static Result<T> Of(T value) => new(value);

    public Result<TOther> Map<TOther>(Func<T, TOther> map) => Problem is null ? map(Value) : Problem;

    public TResult Match<TResult>(Func<T, TResult> value, Func<Problem, TResult> problem) => Problem is null ? value(Value) : problem(Problem);
}

/// <summary>What a handler returns when it has done its work and there is nothing to tell.</summary>
public readonly record struct Done
{
    public static readonly Done Value;
}
