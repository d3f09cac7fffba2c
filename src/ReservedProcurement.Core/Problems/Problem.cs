namespace ReservedProcurement.Core.Problems;

/// <summary>
/// A refusal that the caller can do something about. Expected refusals are values, never exceptions.
/// <see cref="Code"/> is stable English for programs; the Swedish sentence for people stands in <c>Language/*.json</c> under the same code.
/// </summary>
public sealed record Problem(string Code, ProblemKind Kind)
{
    /// <summary>Values for the placeholders <c>{0}</c>, <c>{1}</c> … of the sentence.</summary>
    public IReadOnlyList<object?> Arguments { get; init; } = [];

    /// <summary>The fields that must be mended. Empty when the refusal is about the whole.</summary>
    public IReadOnlyList<FieldProblem> Fields { get; init; } = [];

    public static Problem Of(string code, ProblemKind kind, params object?[] arguments) => new(code, kind) { Arguments = arguments };

    /// <summary>A refusal about one field, shown at that field and in the error summary.</summary>
    public static Problem OnField(string field, string code, params object?[] arguments) =>
        new(CommonProblems.Invalid, ProblemKind.Invalid) { Fields = [new FieldProblem(field, code) { Arguments = arguments }] };
}

/// <summary>What is wrong with one field. <see cref="Field"/> is the path in the request, such as <c>Lots[0].Title</c>.</summary>
public sealed record FieldProblem(string Field, string Code)
{
    public IReadOnlyList<object?> Arguments { get; init; } = [];
}

public enum ProblemKind
{
    /// <summary>Something in the request must be mended (HTTP 422).</summary>
    Invalid,

    /// <summary>There is no such record, or this actor may not know of it (HTTP 404).</summary>
    NotFound,

    /// <summary>Somebody else came first: a stale version or a duplicate (HTTP 409, or 412 when If-Match was sent).</summary>
    Conflict,

    /// <summary>This actor may not do this (HTTP 403).</summary>
    Forbidden,

    /// <summary>A rule of law or of the process says no (HTTP 409).</summary>
    Refused,

    /// <summary>Too many tries in a short time (HTTP 429).</summary>
    TooMany,
}
