using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.EqualInformation;

namespace ReservedProcurement.Core.Documents.Templates;

/// <summary>A meeting that never was, to show what a template becomes.</summary>
internal static class SampleDialogue
{
    private const string Title = "Exempel: arbetsträning, dialogmöte";
    private const string When = "tisdag, klockan 13.00–15.00";
    private const string Place = "Stadshuset i Exempelstad";
    private static readonly string Kind = Texts.Name(Meetings.MeetingKind.DialogueMeeting);
    private static readonly Uri Page = new("https://www.exempelstad.example/dialog");

    public static MeetingFacts Meeting(DateOnly today) => new(Title, Kind, When)
    {
        Place = Place,
        FromUs = "Upphandlare och arbetsmarknadschef",
        Parties = [("Kooperativet Exempel", 2), ("Föreningen Påhittad", 1)],
        Organisations = 2,
        Persons = 3,
        Sections = [("Det här ska vi köpa", "Kommunen berättade om behovet och visade en karta över parkerna."), ("Hur stora delar passar?", "Flera vill ha mindre delar.")],
        Decisions = ["Parkerna delas i tre delkontrakt."],
        ToDos = [("Räkna om ytorna", "Parkenheten", today.AddDays(14))],
        Number = 2,
        ChangeNote = "Ytan i den första punkten var fel.",
        SignedOffBy = "Arbetsmarknadschefen",
        PublishedOn = today,
        Page = Page,
    };

    public static DialogueFacts Dialogue(DateOnly today) => new(
        [new DialogueFacts.MeetingRow(Title, Kind, When, Place, 12, 2)],
        [
            new DialogueFacts.EntryRow(Title, InformationKind.Said, Version(today, "Gräset klipps var tionde dag.") with { GivenTo = "De som var på mötet", Number = 2, Reason = "Vi skrev fel antal dagar." }),
            new DialogueFacts.EntryRow(Title, InformationKind.Shown, Version(today, "Karta över parkerna.") with { FileName = "karta.pdf", Link = "https://www.exempelstad.example/parker" }),
            new DialogueFacts.EntryRow(Title, InformationKind.QuestionAndAnswer, Version(today, "Hur långa blir avtalen?") with { Answer = "Två år, med möjlighet till två år till." }),
        ],
        Page);

    private static InformationVersion Version(DateOnly today, string text) => new()
    {
        Id = Guid.Empty,
        EntryId = Guid.Empty,
        Number = 1,
        Information = text,
        GivenOn = today,
        IsWithdrawn = false,
        WrittenAt = DateTimeOffset.UnixEpoch,
        WrittenByName = "Påhittad Person",
        PublishedAt = new DateTimeOffset(today.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero),
    };
}
