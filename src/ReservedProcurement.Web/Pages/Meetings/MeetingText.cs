using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Display;
using ReservedProcurement.Web.Forms;

namespace ReservedProcurement.Web.Pages.Meetings;

/// <summary>How meetings read on their pages.</summary>
public static class MeetingText
{
    public static Tone Tone(MailState state) => state switch
    {
        MailState.Sent => Display.Tone.Good,
        MailState.Waiting => Display.Tone.Information,
        MailState.Parked => Display.Tone.Bad,
        _ => Display.Tone.Neutral,
    };

    public static Tone Tone(MeetingAnswer answer) => answer switch
    {
        MeetingAnswer.Yes => Display.Tone.Good,
        MeetingAnswer.Maybe => Display.Tone.Attention,
        _ => Display.Tone.Neutral,
    };

    /// <summary>For instance "1 person" or "4 personer".</summary>
    public static string Persons(int count) => count == 1 ? "1 person" : $"{count} personer";

    /// <summary>For instance "2 handledare, 3 deltagare".</summary>
    public static string Persons(int supervisors, int participants)
    {
        string[] parts = [supervisors > 0 ? $"{supervisors} handledare" : "", participants > 0 ? $"{participants} deltagare" : ""];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    public static string Parties(int count) => count == 1 ? "1 inbjuden" : $"{count} inbjudna";

    public static IReadOnlyList<Choice> Procurements(IEnumerable<ProcurementSummary> procurements) =>
        Choices.From(procurements, procurement => procurement.Id, procurement => $"{procurement.CaseNumber} {procurement.Title}");

    /// <summary>Units that are open, and the one that is chosen already.</summary>
    public static IReadOnlyList<Choice> Units(Authority? authority, Guid? chosen) =>
        Choices.From((authority?.Units ?? []).Where(unit => !unit.IsClosed || unit.Id == chosen), unit => unit.Id, unit => unit.Name);

    /// <summary>Authorities and units in one list, since a unit says its authority; the values are read by <see cref="Host"/>.</summary>
    public static IReadOnlyList<Choice> Hosts(IReadOnlyList<Authority> authorities) => [.. authorities.SelectMany(authority => authority.Units
        .Where(unit => !unit.IsClosed)
        .Select(unit => new Choice($"{authority.Id}/{unit.Id}", authorities.Count == 1 ? unit.Name : $"{authority.Name}: {unit.Name}"))
        .Prepend(new Choice(authority.Id.ToString(), authority.Units.All(unit => unit.IsClosed) ? authority.Name : $"{authority.Name} (ingen särskild enhet)")))];

    /// <summary>The authority that was chosen, and its unit if one was.</summary>
    public static (Guid AuthorityId, Guid? UnitId) Host(string? chosen)
    {
        var parts = (chosen ?? "").Split('/');
        return (Guid.TryParse(parts[0], out var authority) ? authority : Guid.Empty, parts.Length > 1 && Guid.TryParse(parts[1], out var unit) ? unit : null);
    }

    /// <summary>Day and hours as a list shows them, such as "2026-11-23 13:00–15:00".</summary>
    public static string InShort(DateTimeOffset startsAt, DateTimeOffset endsAt) => $"{SwedishTime.DayAndTime(startsAt)}–{SwedishTime.DayAndTime(endsAt)[^5..]}";
}
