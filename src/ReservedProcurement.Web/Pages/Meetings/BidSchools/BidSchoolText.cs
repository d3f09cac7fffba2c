using ReservedProcurement.Core.Meetings.BidSchools;
using ReservedProcurement.Web.Display;

namespace ReservedProcurement.Web.Pages.Meetings.BidSchools;

/// <summary>How bid schools read on their pages.</summary>
public static class BidSchoolText
{
    public const string List = "/moten/anbudsskola";

    public static Tone Tone(BidSchoolNextStep step) => step switch
    {
        BidSchoolNextStep.Done => Display.Tone.Good,
        BidSchoolNextStep.Attend => Display.Tone.Neutral,
        _ => Display.Tone.Information,
    };
}
