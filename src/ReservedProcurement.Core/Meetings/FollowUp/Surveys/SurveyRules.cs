namespace ReservedProcurement.Core.Meetings.FollowUp.Surveys;

/// <summary>Three questions after a meeting, answered so that nobody who answered is known.</summary>
public static class SurveyRules
{
    public const int OpenDays = 21;

    /// <summary>So many must have answered before any answer is shown.</summary>
    public const int Fewest = 3;

    public const int Highest = 5;

    public static DateTimeOffset ClosesAt(Meeting meeting) => meeting.EndsAt.AddDays(OpenDays);

    /// <summary>
    /// How many of the answers are shown. While the survey is open they are let out three at a time: who looks every day would otherwise see one new answer and guess whose it is.
    /// </summary>
    public static int Shown(int answers, bool isClosed) => answers < Fewest ? 0 : isClosed ? answers : answers - (answers % Fewest);
}
