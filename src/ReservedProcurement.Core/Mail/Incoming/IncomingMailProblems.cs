namespace ReservedProcurement.Core.Mail.Incoming;

/// <summary>What can be wrong with the reply mailbox: its settings, and its server.</summary>
public static class IncomingMailProblems
{
    public const string NoReplyTo = "incoming.no-reply-to";
    public const string NoCredential = "incoming.no-credential";
    public const string SameFolder = "incoming.same-folder";
    public const string Unencrypted = "incoming.unencrypted";
    public const string OutOfRange = "incoming.setting-out-of-range";

    public const string NoConnection = "incoming.no-connection";
    public const string TlsNotOffered = "incoming.tls-not-offered";
    public const string CertificateNotTrusted = "incoming.certificate-not-trusted";
    public const string SignInRefused = "incoming.sign-in-refused";
    public const string FolderMissing = "incoming.folder-missing";
    public const string ConversationBroke = "incoming.conversation-broke";
    public const string FileNotReadable = "incoming.file-not-readable";
}
