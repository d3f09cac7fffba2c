namespace ReservedProcurement.WordTemplates;

/// <summary>What to do when the model lacks a value.</summary>
public enum MissingValuePolicy
{
    /// <summary>Nothing is written and every missing field is reported.</summary>
    Refuse,

    /// <summary>The place is left blank.</summary>
    Blank,

    /// <summary>The place shows the field's name in brackets.</summary>
    Marker,
}

/// <summary>How to fill a template.</summary>
public sealed record FillOptions
{
    /// <summary>How many times sections may go on to a next item, in the whole document. Five thousand lots with twenty requirements each are a tenth of it.</summary>
    public const int MostRepetitions = 1_000_000;

    /// <summary>What to do when the model lacks a value; refused unless chosen otherwise.</summary>
    public MissingValuePolicy Missing { get; init; }

    /// <summary>Stops the fill; what has been written then is no document.</summary>
    public CancellationToken CancellationToken { get; init; }
}

/// <summary>What happened while a template was filled.</summary>
/// <param name="Notes">What was changed on the way; empty when everything went in as given.</param>
public sealed record FillReport(IReadOnlyList<TemplateNote> Notes);
