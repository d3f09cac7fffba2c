using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Series;

/// <summary>Refusals about series of meetings.</summary>
public static class MeetingSeriesProblems
{
    public const string FewerThanFrom = "series.fewer-than-from";
    public const string NoOccasion = "series.no-occasion";
    public const string NoComing = "series.no-coming";
    public const string UnknownMeeting = "series.unknown-meeting";
    public const string InOtherSeries = "series.in-other-series";
    public const string WrongDateLine = "series.wrong-date-line";
    public const string NoDates = "series.no-dates";
    public const string TooManyDates = "series.too-many-dates";

    public static readonly Problem HasNoOccasion = Problem.Of(NoOccasion, ProblemKind.Refused);
    public static readonly Problem HasNoComing = Problem.Of(NoComing, ProblemKind.Refused);
}
