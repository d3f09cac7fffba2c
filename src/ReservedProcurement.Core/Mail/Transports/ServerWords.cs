using System.Globalization;
using System.Text;

namespace ReservedProcurement.Core.Mail.Transports;

/// <summary>
/// What a mail server answered, fit to be stored and shown to an administrator: one line of bounded length without characters that hide or turn text around.
/// It may name a person and is never logged.
/// </summary>
internal static class ServerWords
{
    public const int MostCharacters = 400;

    public static string Of(string? answer)
    {
        var words = new StringBuilder(MostCharacters + 1);
        foreach (var rune in (answer ?? "").EnumerateRunes())
        {
            if (words.Length >= MostCharacters)
            {
                return words.ToString().TrimEnd() + "…";
            }

            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                words.Append(words is [.., not ' '] ? " " : "");
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                words.Append(rune);
            }
        }

        return words.ToString().TrimEnd();
    }
}
