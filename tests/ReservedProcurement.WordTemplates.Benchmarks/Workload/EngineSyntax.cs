namespace ReservedProcurement.WordTemplates.Benchmarks.Workload;

/// <summary>Where a field of the workload stands: in the document, in a lot, or in a requirement of a lot.</summary>
internal enum Scope
{
    Document,
    Lot,
    Requirement,
}

/// <summary>How an engine writes fields and loops, so that one document can be made for each.</summary>
internal sealed record EngineSyntax(string Name)
{
    /// <summary>A field; the name may end in a format of ours, which peers whose values come ready formatted leave out.</summary>
    public required Func<Scope, string, string> Field { get; init; }

    /// <summary>Paragraphs around the blocks of each lot; none where the engine finds them by other marks.</summary>
    public (string Start, string End)? Lots { get; init; }

    /// <summary>Marks in the first and last cell of the repeated row.</summary>
    public (string Start, string End) RowMarks { get; init; }

    /// <summary>Rows of their own around the repeated row.</summary>
    public (string Start, string End)? RowsAround { get; init; }

    /// <summary>What must follow a lot's blocks, and the row of a requirement, for an engine that repeats what lies between first and next.</summary>
    public (string NextLot, string NextRow)? Next { get; init; }

    public static EngineSyntax Ours { get; } = new("ReservedProcurement")
    {
        Field = (_, name) => $"{{{{{name}}}}}",
        Lots = ("{{#delar}}", "{{/delar}}"),
        RowMarks = ("{{#krav}}", "{{/krav}}"),
    };

    public static IReadOnlyList<EngineSyntax> Peers { get; } =
    [
        Braces("docxtemplater"),
        Braces("easy-template-x"),
        new("docx-templates")
        {
            Field = (scope, name) => scope switch
            {
                Scope.Lot => $"+++INS $lot.{Flat(name)}+++",
                Scope.Requirement => $"+++INS $krav.{Flat(name)}+++",
                _ => $"+++INS {Flat(name)}+++",
            },
            Lots = ("+++FOR lot IN delar+++", "+++END-FOR lot+++"),
            RowsAround = ("+++FOR krav IN $lot.krav+++", "+++END-FOR krav+++"),
        },
        new("carbone")
        {
            Field = (scope, name) => scope switch
            {
                Scope.Lot => $"{{d.delar[i].{Flat(name)}}}",
                Scope.Requirement => $"{{d.delar[i].krav[i].{Flat(name)}}}",
                _ => $"{{d.{Flat(name)}}}",
            },
            Next = ("{d.delar[i+1].nr}", "{d.delar[i].krav[i+1].nr}"),
        },
    ];

    /// <summary>A field's name as one word.</summary>
    public static string Flat(string name) => (name.IndexOf('|', StringComparison.Ordinal) is var bar and >= 0 ? name[..bar] : name).Replace('.', '_');

    private static EngineSyntax Braces(string name) => new(name)
    {
        Field = (_, field) => $"{{{Flat(field)}}}",
        Lots = ("{#delar}", "{/delar}"),
        RowMarks = ("{#krav}", "{/krav}"),
    };
}
