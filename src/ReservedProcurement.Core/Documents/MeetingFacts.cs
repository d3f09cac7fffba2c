using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Documents;

/// <summary>What the notes from one meeting are written from.</summary>
/// <param name="Title">The meeting's title.</param>
/// <param name="MeetingKind">Its kind, as people call it.</param>
/// <param name="When">Day and hours.</param>
internal sealed record MeetingFacts(string Title, string MeetingKind, string When)
{
    public string? Place { get; init; }
    public string? FromUs { get; init; }
    public IReadOnlyList<(string Name, int Persons)> Parties { get; init; } = [];
    public int Organisations { get; init; }
    public int Persons { get; init; }
    public IReadOnlyList<(string Heading, string? Notes)> Sections { get; init; } = [];
    public IReadOnlyList<string> Decisions { get; init; } = [];
    public IReadOnlyList<(string Task, string Responsible, DateOnly? DueOn)> ToDos { get; init; } = [];
    public int Number { get; init; } = 1;
    public string? ChangeNote { get; init; }
    public string? SignedOffBy { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public Uri? Page { get; init; }

    /// <param name="model">The document's.</param>
    /// <param name="meeting">Null when the document is not written from a meeting.</param>
    public static void Add(TemplateGroup model, MeetingFacts? meeting)
    {
        model.AddGroup("mote", group => group
            .Add("finns", meeting is not null)
            .Add("titel", meeting?.Title)
            .Add("slag", meeting?.MeetingKind)
            .Add("nar", meeting?.When)
            .Add("plats", meeting?.Place)
            .Add("franOss", meeting?.FromUs)
            .Add("organisationer", meeting?.Organisations)
            .Add("personer", meeting?.Persons)
            .Add("version", meeting?.Number)
            .Add("andring", meeting?.ChangeNote)
            .Add("godkand", meeting?.SignedOffBy)
            .Add("publicerad", meeting?.PublishedOn)
            .Add("sida", meeting?.Page?.AbsoluteUri));
        model.AddList("parter", meeting?.Parties ?? [], (group, party) => group.Add("namn", party.Name).Add("personer", party.Persons));
        model.AddList("punkter", meeting?.Sections ?? [], (group, section) => group.Add("rubrik", section.Heading).Add("text", section.Notes));
        model.AddList("beslut", (meeting?.Decisions ?? []).Index(), (group, decision) => group.Add("nr", decision.Index + 1).Add("text", decision.Item));
        model.AddList("attgora", meeting?.ToDos ?? [], (group, toDo) => group.Add("vad", toDo.Task).Add("vem", toDo.Responsible).Add("nar", toDo.DueOn));
    }
}
