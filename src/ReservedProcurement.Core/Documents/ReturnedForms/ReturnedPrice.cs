using System.Text.RegularExpressions;
using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Documents.ReturnedForms;

/// <summary>A price as it was written.</summary>
/// <param name="Text">What was written.</param>
/// <param name="Ore">In öre, excluding VAT; null when the text is no single amount.</param>
/// <param name="Unit">What the price is for, when that was written together with it.</param>
public sealed partial record ReturnedPrice(string Text, long? Ore, string? Unit)
{
    /// <summary>
    /// Reads an amount, also when <c>exkl. moms</c> or what it is for follows it: <c>450 000 kr per år</c>. Anything else is left for a person to read;
    /// an amount with VAT is another amount, and a negative one is none.
    /// </summary>
    public static ReturnedPrice Read(string text)
    {
        var amount = WithoutVat().Replace(text, "");
        string? unit = null;
        if (PerUnit().Match(amount) is { Success: true } per)
        {
            (amount, unit) = (amount[..per.Index], per.Value.Trim());
        }

        amount = WithoutVat().Replace(amount, "");
        return SwedishNumber.TryParseKronor(amount, out var ore) && ore >= 0 ? new ReturnedPrice(text, ore, unit) : new ReturnedPrice(text, null, null);
    }

    [GeneratedRegex(@"[\s,(]*(?:exkl\.?|exklusive|utan)\s*moms\.?\)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WithoutVat();

    [GeneratedRegex(@"(?:\s+per\s+|\s*/\s*)\p{L}[\p{L}\s]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PerUnit();
}
