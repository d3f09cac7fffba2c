using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings;

/// <summary>Refusals about what happens at a meeting and what is told afterwards.</summary>
public static class AtMeetingProblems
{
    public const string NotYet = "at-meeting.not-yet";
    public const string WhoCame = "at-meeting.who-came";
    public const string NobodyCame = "at-meeting.nobody-came";
    public const string NothingWritten = "at-meeting.nothing-written";
    public const string Published = "at-meeting.published";
    public const string DraftExists = "at-meeting.draft-exists";
    public const string ToDoTold = "at-meeting.to-do-told";
    public const string WhoDoes = "at-meeting.who-does";
    public const string UnknownUser = "at-meeting.unknown-user";
    public const string UnknownInvitation = "at-meeting.unknown-invitation";
    public const string WrongFileType = "at-meeting.wrong-file-type";
    public const string FileIsNotWhatItSays = "at-meeting.file-is-not-what-it-says";
    public const string ActiveFile = "at-meeting.active-file";
    public const string GivenLater = "at-meeting.given-later";
    public const string NothingToPublish = "at-meeting.nothing-to-publish";
    public const string NobodyWithoutMail = "at-meeting.nobody-without-mail";
    public const string Withdrawn = "at-meeting.withdrawn";
    public const string WrittenElsewhere = "at-meeting.written-elsewhere";
    public const string NothingPublished = "at-meeting.nothing-published";
    public const string TooManyLines = "at-meeting.too-many-lines";

    public static readonly Problem HasNotBegun = Problem.Of(NotYet, ProblemKind.Refused);
    public static readonly Problem IsPublished = Problem.Of(Published, ProblemKind.Refused);
    public static readonly Problem SomebodyElseWasFirst = Problem.Of(CommonProblems.StaleUnknown, ProblemKind.Conflict);
    public static readonly Problem IsWithdrawn = Problem.Of(Withdrawn, ProblemKind.Refused);
}
