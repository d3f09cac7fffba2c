using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents;

/// <summary>What the annex of a procurement tells of the dialogue before it: what has been published, and nothing else.</summary>
internal sealed record DialogueFacts(IReadOnlyList<DialogueFacts.MeetingRow> Meetings, IReadOnlyList<DialogueFacts.EntryRow> Entries, Uri? Page)
{
    public static DialogueFacts None { get; } = new([], [], null);

    public static DialogueFacts Of(ProcurementDialogue dialogue) => new(
        [
            .. dialogue.Meetings.Where(meeting => meeting.Entries.Any(entry => entry.LatestPublished is not null)).Select(meeting => new MeetingRow(
                meeting.Title, Texts.Name(meeting.MeetingKind), SwedishHours.Of(meeting.StartsAt, meeting.EndsAt), meeting.Place, meeting.Invited, meeting.Came)),
        ],
        [
            .. dialogue.Meetings
                .SelectMany(meeting => meeting.Entries.Select(entry => (meeting.Title, entry.Kind, Version: entry.LatestPublished)))
                .Where(entry => entry.Version is not null)
                .OrderBy(entry => entry.Version!.GivenOn)
                .Select(entry => new EntryRow(entry.Title, entry.Kind, entry.Version!)),
        ],
        dialogue.Page);

    public static void Add(TemplateGroup model, DialogueFacts dialogue)
    {
        model.AddList("dialogmoten", dialogue.Meetings, (group, meeting) => group
            .Add("titel", meeting.Title)
            .Add("slag", meeting.MeetingKind)
            .Add("nar", meeting.When)
            .Add("plats", meeting.Place)
            .Add("inbjudna", meeting.Invited)
            .Add("kom", meeting.Came));
        model.AddList("dialog", dialogue.Entries.Index(), (group, entry) => Add(group, entry.Index + 1, entry.Item));
    }

    private static void Add(TemplateGroup group, int number, EntryRow entry)
    {
        var version = entry.Version;
        var holds = !version.IsWithdrawn;
        group
            .Add("nr", number)
            .Add("motet", entry.MeetingTitle)
            .Add("slag", Texts.Name(entry.Kind))
            .Add("text", holds ? version.Information : "Gäller inte längre.")
            .Add("svar", holds ? version.Answer : null)
            .Add("lank", holds ? version.Link : null)
            .Add("fil", holds ? version.FileName : null)
            .Add("dag", version.GivenOn)
            .Add("tillVem", holds ? version.GivenTo : null)
            .Add("publicerad", DateOnly.FromDateTime(SwedishTime.Local(version.PublishedAt!.Value).DateTime))
            .Add("version", version.Number)
            .Add("andring", version.Reason)
            .Add("utgar", version.IsWithdrawn);
    }

    internal sealed record MeetingRow(string Title, string MeetingKind, string When, string? Place, int Invited, int Came);

    internal sealed record EntryRow(string MeetingTitle, InformationKind Kind, InformationVersion Version);
}
