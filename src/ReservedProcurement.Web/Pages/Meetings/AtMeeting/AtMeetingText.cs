using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Core.Meetings.Questions;
using ReservedProcurement.Web.Display;

namespace ReservedProcurement.Web.Pages.Meetings.AtMeeting;

/// <summary>How what happens at a meeting reads on its pages.</summary>
public static class AtMeetingText
{
    public static Tone Tone(QuestionState state) => state switch
    {
        QuestionState.Published => Display.Tone.Good,
        QuestionState.Answered => Display.Tone.Attention,
        _ => Display.Tone.Bad,
    };

    public static (string Text, Tone Tone) State(InformationEntry entry) => entry switch
    {
        { Latest: { IsWithdrawn: true, IsPublished: true } } => ("Tillbakadragen", Display.Tone.Neutral),
        { Latest.IsPublished: true } => ("Publicerad", Display.Tone.Good),
        { Latest.IsWithdrawn: true, LatestPublished: null } => ("Struken före publicering", Display.Tone.Neutral),
        { LatestPublished: not null } => ("Ändring inte publicerad", Display.Tone.Attention),
        _ => ("Inte publicerad", Display.Tone.Attention),
    };

    public static string Organisations(int count) => count == 1 ? "1 organisation" : $"{count} organisationer";

    public static string Mails(int count) => count == 1 ? "1 mejl" : $"{count} mejl";

    public static string Entries(int count) => count == 1 ? "1 uppgift" : $"{count} uppgifter";
}
