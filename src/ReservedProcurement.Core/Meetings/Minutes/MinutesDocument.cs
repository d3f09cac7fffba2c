using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Authorities.Appearance;
using ReservedProcurement.Core.Documents;
using ReservedProcurement.Core.Documents.Templates;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Attendance;
using ReservedProcurement.Core.Meetings.Minutes.ToDos;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Core.Reference;
using ReservedProcurement.WordTemplates;

namespace ReservedProcurement.Core.Meetings.Minutes;

/// <param name="FileName">What it is called.</param>
/// <param name="Content">The Word file.</param>
/// <param name="Template">What it was written with.</param>
internal sealed record WrittenMinutes(string FileName, byte[] Content, DocumentTemplate Template);

/// <summary>Writes a meeting's notes as a Word file, with the template that the authority uses for minnesanteckningar.</summary>
public sealed class MinutesDocument(GetAuthorityHandler authorities, DocumentTemplates templates, TimeProvider clock)
{
    /// <summary>What the header of the family shows when the notes have no diarienummer.</summary>
    private const string WithoutCaseNumber = "saknas";

    internal async Task<Result<WrittenMinutes>> WriteAsync(SqlSession session, Actor actor, Meeting meeting, MeetingMinutes minutes, string? signedOffBy, IReadOnlyList<ToDo> toDos, Uri page, CancellationToken cancellationToken)
    {
        var authority = await authorities.HandleAsync(actor, meeting.AuthorityId, cancellationToken);
        if (!authority.Succeeded)
        {
            return authority.Problem;
        }

        var values = await DatedValues.LoadAsync(session);
        var review = GetProcurementHandler.Review(await ProcurementAsync(session, actor, meeting, minutes), values, clock, mayEdit: false);
        var template = (await templates.InUseAsync(session, meeting.AuthorityId, [ShippedTemplates.MeetingNotes]))[0];
        if (template is not { Compiled: { } compiled, Checked.Fits: true })
        {
            return DocumentProblems.DoesNotFit(template.Title, template.Checked.Faults);
        }

        var came = await AttendanceRows.OfMeetingAsync(session, meeting.Id);
        var today = SwedishTime.Today(clock);
        var facts = new DocumentFacts(review, authority.Value, await GetLogoHandler.LoadAsync(session, meeting.AuthorityId), values, today)
        {
            Meeting = new MeetingFacts(meeting.Title, Texts.Name(meeting.MeetingKind), meeting.When)
            {
                Place = meeting.Place ?? meeting.VideoLink,
                FromUs = minutes.FromUs,
                Parties = minutes.NamesParties ? [.. came.Select(arrival => (arrival.PartyName, arrival.Persons))] : [],
                Organisations = came.Count,
                Persons = came.Sum(arrival => arrival.Persons),
                Sections = [.. minutes.Sections.Select(section => (section.Heading, section.Notes))],
                Decisions = minutes.Decisions,
                ToDos = [.. toDos.Select(toDo => (toDo.Task, toDo.Responsible, toDo.DueOn))],
                Number = minutes.Number,
                ChangeNote = minutes.ChangeNote,
                SignedOffBy = signedOffBy,
                PublishedOn = today,
                Page = page,
            },
        };
        using var file = new MemoryStream();
        try
        {
            compiled.Fill(DocumentModel.Of(facts, template, minutes.Id), file, new FillOptions { CancellationToken = cancellationToken });
        }
        catch (WordTemplateException exception)
        {
            return DocumentProblems.DoesNotFit(template.Title, exception.Faults);
        }

        var name = DocumentPacks.FileName($"{template.Title} {SwedishTime.Day(meeting.Day)}", $"{meeting.Title}, version {minutes.Number}");
        return new WrittenMinutes(name, file.ToArray(), template);
    }

    /// <summary>The procurement that the meeting is about. A meeting without one has what every document needs of one: a title, a number and somebody to ask.</summary>
    private static async Task<Procurement> ProcurementAsync(SqlSession session, Actor actor, Meeting meeting, MeetingMinutes minutes)
    {
        if (meeting.ProcurementId is { } id && await LoadProcurement.ToReadAsync(session, actor, id) is { Succeeded: true } found)
        {
            return found.Value with { CaseNumber = minutes.CaseNumber ?? found.Value.CaseNumber };
        }

        return new Procurement
        {
            Id = meeting.Id,
            AuthorityId = meeting.AuthorityId,
            AuthorityName = meeting.AuthorityName,
            UnitName = meeting.UnitName,
            CaseNumber = minutes.CaseNumber ?? WithoutCaseNumber,
            Title = meeting.Title,
            ContactName = meeting.OrganiserName,
            ContactEmail = meeting.OrganiserEmail,
            ContactPhone = meeting.OrganiserPhone,
            CreatedAt = meeting.CreatedAt,
            Version = meeting.Version,
        };
    }
}
