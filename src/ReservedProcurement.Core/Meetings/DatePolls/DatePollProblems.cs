using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.DatePolls;

/// <summary>Refusals about polls of dates.</summary>
public static class DatePollProblems
{
    public const string HowManyProposals = "date-poll.how-many-proposals";
    public const string DayAmongProposals = "date-poll.day-among-proposals";
    public const string DayHasPassed = "date-poll.day-has-passed";
    public const string SameTimeTwice = "date-poll.same-time-twice";
    public const string AnswerByOutside = "date-poll.answer-by-outside";
    public const string ProposalsAreAsked = "date-poll.proposals-are-asked";
    public const string Closed = "date-poll.closed";
    public const string Decided = "date-poll.decided";
    public const string Cancelled = "date-poll.cancelled";
    public const string AnswerAll = "date-poll.answer-all";
    public const string ChooseProposal = "date-poll.choose-proposal";
    public const string MailOnItsWay = "date-poll.mail-on-its-way";

    public static readonly Problem IsClosed = Problem.Of(Closed, ProblemKind.Refused);
    public static readonly Problem IsDecided = Problem.Of(Decided, ProblemKind.Refused);
    public static readonly Problem IsCancelled = Problem.Of(Cancelled, ProblemKind.Refused);

    /// <summary>Why a poll that is over can be changed no more, or null.</summary>
    internal static Problem? WhenOver(DatePoll poll) => poll.CancelledAt is not null ? IsCancelled : poll.MeetingId is not null ? IsDecided : null;
}
