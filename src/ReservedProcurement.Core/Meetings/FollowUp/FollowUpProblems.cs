using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.FollowUp;

/// <summary>Refusals about what is sent by itself.</summary>
public static class FollowUpProblems
{
    public const string WrongDays = "follow-up.wrong-days";
    public const string WrongPeriod = "follow-up.wrong-period";
    public const string ClosesBeforeItOpens = "follow-up.closes-before-it-opens";
    public const string NobodyToRemind = "follow-up.nobody-to-remind";
    public const string NobodyToThank = "follow-up.nobody-to-thank";
    public const string OthersToRemind = "follow-up.others-to-remind";
    public const string MailIncomplete = "follow-up.mail-incomplete";
    public const string SurveyClosed = "follow-up.survey-closed";
    public const string SurveyAnswered = "follow-up.survey-answered";
    public const string LinkNotValid = "follow-up.link-not-valid";
    public const string Exists = "follow-up.exists";

    public static readonly Problem NobodyIsLeft = Problem.Of(NobodyToRemind, ProblemKind.Refused);
    public static readonly Problem NobodyIsToBeThanked = Problem.Of(NobodyToThank, ProblemKind.Refused);
    public static readonly Problem HasAnsweredSurvey = Problem.Of(SurveyAnswered, ProblemKind.Refused);
    public static readonly Problem SurveyIsClosed = Problem.Of(SurveyClosed, ProblemKind.Refused);
    public static readonly Problem LinkIsNotValid = Problem.Of(LinkNotValid, ProblemKind.Refused);

    /// <summary>Another process has asked for the same mails at the same moment.</summary>
    internal static readonly Problem AlreadyAskedFor = Problem.Of(Exists, ProblemKind.Conflict);
}
