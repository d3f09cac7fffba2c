namespace ReservedProcurement.Core.Meetings.Answers;

public enum MeetingAnswer
{
    Yes,
    Maybe,
    No,
}

/// <summary>How an answer came. All count alike: the latest holds.</summary>
public enum AnswerSource
{
    /// <summary>By the personal link in the mail.</summary>
    Link,

    /// <summary>By a calendar program's own reply.</summary>
    Calendar,

    /// <summary>Told to an officer, who noted it.</summary>
    Officer,

    /// <summary>In a mail that somebody has read.</summary>
    Mail,
}
