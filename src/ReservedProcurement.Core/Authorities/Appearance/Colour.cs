using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ReservedProcurement.Core.Authorities.Appearance;

/// <summary>A colour on a screen or on paper: red, green and blue, 0–255 each.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static readonly Colour White = new(255, 255, 255);

    public static readonly Colour Black = new(0, 0, 0);

    /// <summary>Six hexadecimal digits, as Word writes a colour.</summary>
    public string Digits => string.Create(CultureInfo.InvariantCulture, $"{Red:X2}{Green:X2}{Blue:X2}");

    public override string ToString() => $"#{Digits}";

    /// <summary>Reads <c>#0B6B2E</c>, with or without #.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Colour colour)
    {
        var digits = text?.Trim().TrimStart('#') ?? "";
        if (digits.Length == 6 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
        {
            colour = new Colour((byte)(number >> 16), (byte)(number >> 8), (byte)number);
            return true;
        }

        colour = default;
        return false;
    }

    /// <summary>A mix of two colours.</summary>
    /// <param name="other">The other colour.</param>
    /// <param name="share">How much of this colour, 0–1; the rest is the other.</param>
    public Colour Mix(Colour other, double share)
    {
        return new Colour(Channel(Red, other.Red), Channel(Green, other.Green), Channel(Blue, other.Blue));

        byte Channel(byte one, byte two) => (byte)Math.Round((one * share) + (two * (1 - share)), MidpointRounding.AwayFromZero);
    }

    /// <summary>Contrast between text and its background, 1–21, as WCAG 2.1 defines it (success criterion 1.4.3).</summary>
    public double ContrastTo(Colour other)
    {
        var (lighter, darker) = Luminance > other.Luminance ? (Luminance, other.Luminance) : (other.Luminance, Luminance);
        return (lighter + 0.05) / (darker + 0.05);
    }

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel)
    {
        var value = channel / 255d;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
