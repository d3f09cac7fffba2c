using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Outbox;

/// <summary>Why a message could not be handled; shown to an administrator.</summary>
public static class OutboxProblems
{
    public const string UnknownKind = "outbox.unknown-kind";
    public const string UnreadablePayload = "outbox.unreadable-payload";
    public const string TookTooLong = "outbox.took-too-long";
    public const string ProcessDied = "outbox.process-died";
    public const string Unexpected = "outbox.unexpected";
    public const string NotParked = "outbox.not-parked";
    public const string InvalidKeepDays = "outbox.invalid-keep-days";
}

/// <summary>
/// A handler could not do its work, for a known reason. The sentence is stored with the message and shown to administrators.
/// It may repeat what another system answered, so it is never logged.
/// </summary>
public sealed class OutboxFailureException(Problem problem, bool isPermanent, Exception? cause = null) : Exception(Texts.Sentence(problem), cause)
{
    public Problem Problem { get; } = problem;

    /// <summary>Trying again cannot help: the message is parked at once.</summary>
    public bool IsPermanent { get; } = isPermanent;
}
