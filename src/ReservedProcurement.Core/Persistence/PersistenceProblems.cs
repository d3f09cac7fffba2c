using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Persistence;

/// <summary>Why the database cannot be used; shown when a process starts and by the readiness check.</summary>
public static class PersistenceProblems
{
    public const string FileLocked = "database.file-locked";
    public const string FileCannotOpen = "database.file-cannot-open";
    public const string FileReadOnly = "database.file-read-only";
    public const string NotADatabase = "database.not-a-database";
    public const string DatabaseMissing = "database.missing";
    public const string LoginFailed = "database.login-failed";
    public const string NoAnswer = "database.no-answer";
    public const string Unavailable = "database.unavailable";
    public const string WrongConnectionString = "database.wrong-connection-string";
    public const string NoConnectionString = "database.no-connection-string";
    public const string OlderSchema = "database.older-schema";
    public const string ScriptFailed = "database.script-failed";
    public const string CertificateUnusable = "data-protection.certificate-unusable";
}

/// <summary>The database cannot be used. The message is one Swedish sentence for whoever runs the installation; the cause is kept for the log.</summary>
public sealed class DatabaseUnavailableException(string code, Exception? cause, params object?[] arguments)
    : Exception(Texts.Sentence(Problem.Of(code, ProblemKind.Refused, arguments)), cause)
{
    public string Code { get; } = code;
}
