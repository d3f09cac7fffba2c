using System.Security.Cryptography;

namespace ReservedProcurement.Core.Authorities.SignIn;

/// <summary>A password that is shown once to somebody at the console.</summary>
public static class OneTimePassword
{
    // Letters and digits that are not mistaken for each other when read from a screen.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Four groups of five, near 100 bits.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 5)));
}
