namespace ReservedProcurement.Core.Meetings.FollowUp;

/// <summary>What is sent by itself about a meeting, and when.</summary>
public sealed record FollowUpSettings
{
    /// <summary>Whether those who have not answered are reminded.</summary>
    public bool SendReminders { get; init; } = true;

    /// <summary>Working days before the last day to answer, or before the meeting when there is none; such as <c>10, 4, 2</c>.</summary>
    public string ReminderDays { get; init; } = "10, 4, 2";

    /// <summary>Whether those who come get the practical facts the working day before.</summary>
    public bool SendDayBefore { get; init; } = true;

    /// <summary>Whether those who came are thanked, given the material and asked three questions.</summary>
    public bool SendThanks { get; init; } = true;

    /// <summary>Working days after the meeting.</summary>
    public int ThanksAfterDays { get; init; } = 1;

    /// <summary>Whether those who are put on the waiting list, or get room from it, are told by mail.</summary>
    public bool TellWaitingList { get; init; } = true;
}

/// <summary>When an authority writes to others, in Swedish time.</summary>
public sealed record OfficeHours
{
    /// <summary>Such as <c>08:00</c>.</summary>
    public string OfficeOpens { get; init; } = "08:00";

    /// <summary>Such as <c>16:30</c>.</summary>
    public string OfficeCloses { get; init; } = "16:30";

    /// <summary>Parts of the year when nobody is reminded, one on each line: first and last day as month and day.</summary>
    public string QuietPeriods { get; init; } = "07-01–07-31\n12-20–01-06";

    /// <summary>Whether organisers and officers get a digest on Mondays.</summary>
    public bool SendDigest { get; init; } = true;
}
