using FluentValidation;

namespace ReservedProcurement.Core.Problems;

/// <summary>Turns FluentValidation's findings into a <see cref="Problem"/> with codes, so that one list of sentences serves pages, API and import.</summary>
public static class Validation
{
    private static readonly Dictionary<string, string> CodesByValidator = new(StringComparer.Ordinal)
    {
        ["NotEmptyValidator"] = "field.required",
        ["NotNullValidator"] = "field.required",
        ["MaximumLengthValidator"] = "field.too-long",
        ["MinimumLengthValidator"] = "field.too-short",
        ["EmailValidator"] = "field.email",
        ["EnumValidator"] = "field.unknown-choice",
        ["InclusiveBetweenValidator"] = "field.between",
        ["GreaterThanOrEqualValidator"] = "field.at-least",
        ["GreaterThanValidator"] = "field.more-than",
        ["LessThanOrEqualValidator"] = "field.at-most",
    };

    /// <summary>The problem with <paramref name="request"/>, or null when it holds.</summary>
    public static Problem? Problem<T>(this IValidator<T> validator, T request)
    {
        var findings = validator.Validate(request).Errors;
        return findings.Count == 0
            ? null
            : new Problem(CommonProblems.Invalid, ProblemKind.Invalid)
            {
                Fields = [.. findings
                    .DistinctBy(finding => (finding.PropertyName, finding.ErrorCode))
                    .Select(finding => new FieldProblem(finding.PropertyName, Code(finding.ErrorCode)) { Arguments = Arguments(finding) })],
            };
    }

    private static string Code(string errorCode) => CodesByValidator.GetValueOrDefault(errorCode, errorCode);

    private static object?[] Arguments(FluentValidation.Results.ValidationFailure finding)
    {
        if (finding.CustomState is object?[] given)
        {
            return given;
        }

        var values = finding.FormattedMessagePlaceholderValues;
        return finding.ErrorCode switch
        {
            "MaximumLengthValidator" => [values["MaxLength"], values["TotalLength"]],
            "MinimumLengthValidator" => [values["MinLength"]],
            "InclusiveBetweenValidator" => [values["From"], values["To"]],
            "GreaterThanOrEqualValidator" or "GreaterThanValidator" or "LessThanOrEqualValidator" => [values["ComparisonValue"]],
            _ => [],
        };
    }
}
