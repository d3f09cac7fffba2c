namespace ReservedProcurement.Core.Meetings.DatePolls.Replies;

/// <summary>What a party says of one day.</summary>
public enum DateChoice
{
    Fits,

    /// <summary>They come if it must be that day.</summary>
    IfNeeded,
    DoesNotFit,
}
