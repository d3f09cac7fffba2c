using Microsoft.AspNetCore.Identity;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.SignIn;

/// <summary>What a password must be, and how it is kept: only as the salted hash of ASP.NET Core's own hasher.</summary>
internal static class PasswordRules
{
    public const int MinimumLength = 12;
    public const int MaximumLength = 128;

    private static readonly string[] CommonWords = ["lösenord", "losenord", "password", "passord", "qwerty", "välkommen", "valkommen", "upphandling"];

    private static readonly PasswordHasher<object> Hasher = new();
    private static readonly object NoUser = new();
    private static readonly Lazy<string> HashOfNothing = new(() => Hash("somebody-who-does-not-exist"));

    public static string Hash(string password) => Hasher.HashPassword(NoUser, password);

    public static PasswordVerificationResult Verify(string hash, string password) => Hasher.VerifyHashedPassword(NoUser, hash, password);

    /// <summary>Takes as long as checking a real password, so that the time to answer does not tell who has an account.</summary>
    public static void VerifyNothing(string password) => Verify(HashOfNothing.Value, password);

    /// <summary>Long rather than intricate; not the person's own name or address, and not a plain row of characters, the same thing over again or little but a word that everybody tries first.</summary>
    public static Problem? Check(string? password, string name, string email, string field = "Password")
    {
        if (string.IsNullOrEmpty(password) || password.Length < MinimumLength)
        {
            return Problem.OnField(field, SignInProblems.PasswordTooShort, MinimumLength);
        }

        if (password.Length > MaximumLength)
        {
            return Problem.OnField(field, SignInProblems.PasswordTooLong, MaximumLength);
        }

        if (Parts(name, email).Any(part => password.Contains(part, StringComparison.OrdinalIgnoreCase)))
        {
            return Problem.OnField(field, SignInProblems.PasswordIsPersonal);
        }

        return IsSimple(password) ? Problem.OnField(field, SignInProblems.PasswordIsSimple) : null;
    }

    private static IEnumerable<string> Parts(string name, string email) =>
        name.Split(' ', '-').Append(email).Append(email.Split('@')[0]).Where(part => part.Length >= 4);

    private static bool IsSimple(string password) => IsPlainRow(password) || IsRepeated(password) || IsCommonWord(password);

    private static bool IsPlainRow(string password)
    {
        var steps = password.Zip(password.Skip(1), (first, second) => second - first).ToList();
        return password.Distinct().Count() < 5 || steps.Count(step => step is 0 or 1 or -1) > steps.Count * 2 / 3;
    }

    /// <summary>A text that is found again within itself doubled, before its end, is made of a shorter one repeated.</summary>
    private static bool IsRepeated(string password) =>
        (password + password).IndexOf(password, 1, StringComparison.OrdinalIgnoreCase) < password.Length;

    private static bool IsCommonWord(string password) => CommonWords.Any(word =>
        password.Length - password.Replace(word, "", StringComparison.OrdinalIgnoreCase).Length > password.Length - MinimumLength / 2);
}
