using System.Globalization;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.DatePolls;
using ReservedProcurement.Core.Meetings.DatePolls.Replies;
using ReservedProcurement.Web.Display;

namespace ReservedProcurement.Web.Pages.Meetings.DatePolls;

/// <summary>How polls of dates read on their pages.</summary>
public static class DatePollText
{
    public const string List = "/moten/datumforfragningar";

    public const string BestRule = "Bäst är den dag då flest kan: passar eller passar om det behövs. Är det lika väljs den som passar flest utan förbehåll, och sedan den som kommer först.";

    public static Tone Tone(DatePollState state) => state switch
    {
        DatePollState.Open => Display.Tone.Information,
        DatePollState.Closed => Display.Tone.Attention,
        DatePollState.Decided => Display.Tone.Good,
        DatePollState.Cancelled => Display.Tone.Bad,
        _ => Display.Tone.Neutral,
    };

    public static Tone Tone(DateChoice choice) => choice switch
    {
        DateChoice.Fits => Display.Tone.Good,
        DateChoice.IfNeeded => Display.Tone.Attention,
        _ => Display.Tone.Neutral,
    };

    /// <summary>For the head of a column: "tis 12 jan 13.00".</summary>
    public static string Head(Proposal proposal)
    {
        var start = SwedishTime.Local(proposal.StartsAt);
        return string.Create(Texts.Swedish, $"{start.ToString("ddd d MMM", Texts.Swedish).Replace(".", "", StringComparison.Ordinal)} {start.ToString("HH.mm", CultureInfo.InvariantCulture)}");
    }
}
