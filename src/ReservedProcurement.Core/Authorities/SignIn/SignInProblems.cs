using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Authorities.SignIn;

/// <summary>Refusals about signing in and passwords.</summary>
public static class SignInProblems
{
    public const string WrongEmailOrPassword = "sign-in.wrong-email-or-password";
    public const string Locked = "sign-in.locked";
    public const string LinkNotValid = "sign-in.link-not-valid";
    public const string PasswordTooShort = "password.too-short";
    public const string PasswordTooLong = "password.too-long";
    public const string PasswordIsPersonal = "password.personal";
    public const string PasswordIsSimple = "password.simple";
    public const string WrongPassword = "password.wrong";

    /// <summary>The same answer whether the address is unknown, the account closed or the password wrong, so that nobody can learn who has an account.</summary>
    public static readonly Problem Wrong = Problem.Of(WrongEmailOrPassword, ProblemKind.Invalid);

    public static readonly Problem LinkIsNotValid = Problem.Of(LinkNotValid, ProblemKind.Refused);
}
