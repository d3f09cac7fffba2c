namespace ReservedProcurement.Core.Authorities.Appearance;

/// <summary>The colours of an authority's documents, all from its one main colour: text, links and lines in it, surfaces in pale mixes of it.</summary>
public sealed record DocumentPalette
{
    /// <summary>WCAG 2.1, success criterion 1.4.3: text of ordinary size.</summary>
    public const double LeastContrast = 4.5;

    private DocumentPalette(Colour main) => Main = main;

    /// <summary>Headings, links and the lines of headings.</summary>
    public Colour Main { get; }

    /// <summary>Behind the head of a table and what is important.</summary>
    public Colour Surface => Main.Mix(Colour.White, 0.09);

    /// <summary>Behind notes to whoever fills in a document.</summary>
    public Colour PaleSurface => Main.Mix(Colour.White, 0.04);

    /// <summary>Thin lines between rows.</summary>
    public Colour Line => Main.Mix(Colour.White, 0.32);

    /// <summary>Titles, and links that have been followed.</summary>
    public Colour Dark => Main.Mix(Colour.Black, 0.7);

    /// <summary>Help texts, labels, page headers and footers.</summary>
    public Colour Muted => Main.Mix(new Colour(80, 80, 80), 0.25);

    /// <summary>Whether text in the colour can be read on white and on the surfaces made from it.</summary>
    public static bool CanBeMain(Colour colour) => colour.ContrastTo(new DocumentPalette(colour).Surface) >= LeastContrast;

    /// <summary>The palette of a colour, or of the nearest darker one that can be read.</summary>
    public static DocumentPalette Of(Colour colour)
    {
        var share = 1d;
        while (!CanBeMain(colour.Mix(Colour.Black, share)))
        {
            share -= 0.01;
        }

        return new DocumentPalette(colour.Mix(Colour.Black, share));
    }
}
