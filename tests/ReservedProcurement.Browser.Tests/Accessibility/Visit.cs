using System.Text.RegularExpressions;

namespace ReservedProcurement.Browser.Tests.Accessibility;

public enum State
{
    /// <summary>Of a new installation, where there is nothing to show.</summary>
    Empty,

    /// <summary>With the demonstration's data.</summary>
    Filled,

    /// <summary>After a form has been sent that cannot be taken.</summary>
    Refused,
}

/// <summary>One page in one state, as somebody meets it.</summary>
/// <param name="Path">Where it is. <c>{asf}</c> and the like stand for ids of the demonstration; see <see cref="Places"/>.</param>
public sealed partial record Visit(string Path)
{
    public State State { get; init; } = State.Filled;

    /// <summary>Whose page it is; null for somebody who has not signed in.</summary>
    public string? Role { get; init; } = "Administratör";

    /// <summary>The button to press, and before that the texts to type, by label.</summary>
    public string? Button { get; init; }

    public IReadOnlyList<(string Label, string Text)> Typed { get; init; } = [];

    /// <summary>The file to choose before the button is pressed, by the label of its field.</summary>
    public (string Label, string Name, byte[] Content)? File { get; init; }

    /// <summary>What makes the page another than the same path without it, for the names of tests and pictures.</summary>
    public string? As { get; init; }

    public string Name => string.Join(' ', new[] { State.ToString(), Path, As }.OfType<string>());

    public string FileName => NotInFileNames().Replace($"{(Path == "/" ? "oversikt" : Path.Trim('/'))}-{State}{(As is null ? "" : $"-{As}")}".ToLowerInvariant(), "-").Trim('-');

    public override string ToString() => Name;

    [GeneratedRegex("[^a-z0-9åäö]+")]
    private static partial Regex NotInFileNames();
}
