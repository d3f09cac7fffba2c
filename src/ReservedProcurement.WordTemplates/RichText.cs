using ReservedProcurement.WordTemplates.Filling;
using ReservedProcurement.WordTemplates.Values;

namespace ReservedProcurement.WordTemplates;

/// <summary>
/// Text with paragraphs, bold, italics, bulleted and numbered lists and links. Nothing else can be in it, so it is safe wherever it comes from.
/// It looks as the template's own styles say.
/// </summary>
public sealed class RichText
{
    private RichText(IReadOnlyList<RichBlock> blocks)
    {
        Blocks = blocks;
        PlainText = string.Join('\n', blocks.Select(block => string.Concat(block.Spans.Select(span => span.Text))));
    }

    internal IReadOnlyList<RichBlock> Blocks { get; }

    /// <summary>The text alone, a line for each paragraph and item.</summary>
    public string PlainText { get; }

    /// <summary>Builds a text piece by piece.</summary>
    public static RichText Create(Action<RichTextBuilder> build)
    {
        var builder = new RichTextBuilder();
        build(builder);
        return new RichText([.. builder.Blocks]);
    }

    /// <summary>
    /// Reads a small part of Markdown: an empty line between paragraphs, <c>**bold**</c>, <c>*italics*</c>, <c>[text](address)</c>, and
    /// lines that begin with <c>- </c> or <c>1. </c>. A backslash takes the meaning from the sign after it. All else is text as it stands.
    /// </summary>
    public static RichText Parse(string markup) => new(RichTextParser.Parse(markup));
}

/// <summary>Builds a <see cref="RichText"/>.</summary>
public sealed class RichTextBuilder
{
    internal List<RichBlock> Blocks { get; } = [];

    /// <summary>Adds a paragraph.</summary>
    public RichTextBuilder Paragraph(Action<RichTextLine> build) => Add(RichBlockKind.Paragraph, build);

    /// <summary>Adds a paragraph of plain text.</summary>
    public RichTextBuilder Paragraph(string text) => Paragraph(line => line.Text(text));

    /// <summary>Adds an item of a bulleted list.</summary>
    public RichTextBuilder Bullet(Action<RichTextLine> build) => Add(RichBlockKind.Bullet, build);

    /// <summary>Adds an item of a bulleted list.</summary>
    public RichTextBuilder Bullet(string text) => Bullet(line => line.Text(text));

    /// <summary>Adds an item of a numbered list; items that follow each other are numbered together.</summary>
    public RichTextBuilder Numbered(Action<RichTextLine> build) => Add(RichBlockKind.Number, build);

    /// <summary>Adds an item of a numbered list; items that follow each other are numbered together.</summary>
    public RichTextBuilder Numbered(string text) => Numbered(line => line.Text(text));

    private RichTextBuilder Add(RichBlockKind kind, Action<RichTextLine> build)
    {
        var line = new RichTextLine();
        build(line);
        Blocks.Add(new RichBlock(kind, [.. line.Spans]));
        return this;
    }
}

/// <summary>Builds the text of one paragraph or item.</summary>
public sealed class RichTextLine
{
    internal List<RichSpan> Spans { get; } = [];

    /// <summary>Adds plain text.</summary>
    public RichTextLine Text(string text) => Add(text, RichStyle.None);

    /// <summary>Adds bold text.</summary>
    public RichTextLine Bold(string text) => Add(text, RichStyle.Bold);

    /// <summary>Adds text in italics.</summary>
    public RichTextLine Italic(string text) => Add(text, RichStyle.Italic);

    /// <summary>Adds a link to a web, mail or telephone address.</summary>
    /// <exception cref="ArgumentException">The address is another one.</exception>
    public RichTextLine Link(string text, string address) =>
        Add(text, RichStyle.Link, LinkTarget.SafeAddress(address) ?? throw new ArgumentException($"\"{address}\" is no web or mail address.", nameof(address)));

    private RichTextLine Add(string text, RichStyle style, string? address = null)
    {
        Spans.Add(new RichSpan(text, style, address));
        return this;
    }
}
