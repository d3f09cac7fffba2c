using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Sending;

public static class SendingProblems
{
    public const string AlreadyPaused = "sending.already-paused";
    public const string NotPaused = "sending.not-paused";
    public const string NothingWaits = "sending.nothing-waits";
    public const string NothingStopped = "sending.nothing-stopped";

    public static readonly Problem IsPaused = Problem.Of(AlreadyPaused, ProblemKind.Conflict);
    public static readonly Problem IsNotPaused = Problem.Of(NotPaused, ProblemKind.Conflict);
    public static readonly Problem HasNothingWaiting = Problem.Of(NothingWaits, ProblemKind.Conflict);
    public static readonly Problem HasNothingStopped = Problem.Of(NothingStopped, ProblemKind.Conflict);
}
