using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Problems;

/// <summary>Why a process cannot start, for whoever runs the installation.</summary>
public static partial class StartFailure
{
    /// <summary>The Swedish sentence, or null when the exception means a fault in the program.</summary>
    public static string? Sentence(Exception exception) => exception switch
    {
        DatabaseUnavailableException => exception.Message,
        OptionsValidationException options => string.Join(" ", options.Failures),
        AggregateException { InnerExceptions: [var first, ..] } => Sentence(first),
        InvalidOperationException when Unconvertible().Match(exception.Message) is { Success: true } match =>
            Texts.Sentence(Problem.Of(CommonProblems.SettingNotUsable, ProblemKind.Refused, match.Groups["setting"].Value, match.Groups["value"].Value)),
        _ => null,
    };

    // The configuration binder has no exception of its own: its text names the value and the setting.
    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<setting>[^']+)' to type")]
    private static partial Regex Unconvertible();
}
