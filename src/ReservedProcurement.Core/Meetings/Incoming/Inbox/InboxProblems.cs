using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Incoming.Inbox;

public static class InboxProblems
{
    public const string UnknownInvitation = "inbox.unknown-invitation";
    public const string HasAnsweredCode = "inbox.has-answered";
    public const string NoSuchContact = "inbox.no-such-contact";
    public const string AlreadyInvited = "inbox.already-invited";
    public const string ProposalClosed = "inbox.proposal-closed";

    public static readonly Problem HasAnswered = Problem.Of(HasAnsweredCode, ProblemKind.Refused);
    public static readonly Problem IsProposalClosed = Problem.Of(ProposalClosed, ProblemKind.Refused);
    public static readonly Problem IsAlreadyInvited = Problem.Of(AlreadyInvited, ProblemKind.Refused);
}
