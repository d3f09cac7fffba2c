using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Mail;

public static class MailProblems
{
    public const string LinkInvalid = "link.invalid";
    public const string LinkExpired = "link.expired";
    public const string PublicAddressInvalid = "web.public-address-invalid";

    public const string SettingMissing = "mail.setting-missing";
    public const string SettingNotAnAddress = "mail.setting-not-an-address";
    public const string SettingOutOfRange = "mail.setting-out-of-range";
    public const string SettingHasControlCharacters = "mail.setting-has-control-characters";
    public const string SettingNotADomain = "mail.setting-not-a-domain";
    public const string TrustedCertificateUnusable = "mail.trusted-certificate-unusable";
    public const string HalfACredential = "mail.half-a-credential";
    public const string UnencryptedMail = "mail.unencrypted";

    public const string CannotWriteFile = "mail.cannot-write-file";
    public const string NoFiles = "mail.no-files";
    public const string ResetTooLate = "mail.reset-too-late";
    public const string NoConnection = "mail.no-connection";
    public const string TlsNotOffered = "mail.tls-not-offered";
    public const string CertificateNotTrusted = "mail.certificate-not-trusted";
    public const string SignInRefused = "mail.sign-in-refused";
    public const string SignInNotOffered = "mail.sign-in-not-offered";
    public const string ServerNotReady = "mail.server-not-ready";
    public const string ConversationBroke = "mail.conversation-broke";
    public const string RecipientRefused = "mail.recipient-refused";
    public const string MailRefused = "mail.refused";

    public static readonly Problem NotALink = Problem.Of(LinkInvalid, ProblemKind.Refused);
    public static readonly Problem LinkHasExpired = Problem.Of(LinkExpired, ProblemKind.Refused);
}
