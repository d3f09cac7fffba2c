using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings;

/// <summary>Refusals about meetings, invitations and answers.</summary>
public static class MeetingProblems
{
    public const string WrongTime = "meeting.wrong-time";
    public const string EndsBeforeItBegins = "meeting.ends-before-it-begins";
    public const string NoSuchHour = "meeting.no-such-hour";
    public const string UnlikelyYear = "meeting.unlikely-year";
    public const string AnswerAfterMeeting = "meeting.answer-after-meeting";
    public const string PlaceOrVideo = "meeting.place-or-video";
    public const string UnknownUnit = "meeting.unknown-unit";
    public const string UnknownProcurement = "meeting.unknown-procurement";
    public const string Cancelled = "meeting.cancelled";
    public const string Begun = "meeting.begun";
    public const string NobodyChosen = "meeting.nobody-chosen";
    public const string TooMany = "meeting.too-many";
    public const string UnknownEnterprise = "meeting.unknown-enterprise";
    public const string NoAddress = "meeting.no-address";
    public const string InvitedAndNot = "meeting.invited-and-not";
    public const string WrongLine = "meeting.wrong-line";
    public const string LinkNotValid = "meeting.link-not-valid";
    public const string ChooseAnswer = "meeting.choose-answer";
    public const string MailWithoutButtons = "meeting.mail-without-buttons";

    public static readonly Problem IsCancelled = Problem.Of(Cancelled, ProblemKind.Refused);
    public static readonly Problem HasBegun = Problem.Of(Begun, ProblemKind.Refused);
    public static readonly Problem LinkIsNotValid = Problem.Of(LinkNotValid, ProblemKind.Refused);
}
