using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Spreadsheets;

namespace ReservedProcurement.Core.Meetings.Invitations;

/// <summary>Those invited to a meeting as an Excel file: for name signs, food, and the record.</summary>
public sealed class ExportInvitationsHandler(Database database)
{
    private const string SheetName = "Inbjudna";

    private static readonly ExcelColumn<Invitation>[] Columns =
    [
        new("Inbjuden", 34, invitation => invitation.PartyName),
        new("Mottagare", 26, invitation => invitation.RecipientName),
        new("E-post", 34, invitation => invitation.Email),
        new("Senaste mejl", 16, invitation => Texts.Name(invitation.MailKind)),
        new("Mejlets läge", 20, invitation => Texts.Name(invitation.MailState)),
        new("Skickat", 18, invitation => invitation.SentAt is { } at ? SwedishTime.DayAndTime(at) : null),
        new("Kom inte fram", 30, invitation => invitation.BounceReason is { } reason ? Texts.Name(reason) : null),
        new("Svar", 12, invitation => invitation.Answer is { } answer ? Texts.Name(answer) : null),
        new("Svaret kom", 24, invitation => invitation.AnswerSource is { } source ? Texts.Name(source) : null),
        new("Svarade", 18, invitation => invitation.AnsweredAt is { } at ? SwedishTime.DayAndTime(at) : null),
        new("Handledare och andra anställda", 18, invitation => invitation.Answer is null ? null : (long)invitation.Supervisors),
        new("Deltagare", 12, invitation => invitation.Answer is null ? null : (long)invitation.Participants),
        new("Behov", 40, invitation => invitation.Needs),
        new("Frågor till mötet", 40, invitation => invitation.Question),
        new("Inbjuden den", 18, invitation => SwedishTime.DayAndTime(invitation.InvitedAt)),
        new("Inbjuden av", 24, invitation => invitation.InvitedByName),
        new("Id", 40, invitation => invitation.Id),
    ];

    public async Task<Result<ExportedFile>> HandleAsync(Actor actor, Guid meetingId, CancellationToken cancellationToken) => await database.ReadAsync<Result<ExportedFile>>(
        async session =>
        {
            var found = await LoadMeeting.ToReadAsync(session, actor, meetingId);
            if (!found.Succeeded)
            {
                return found.Problem;
            }

            var file = ExcelFile.Write(SheetName, Columns, await InvitationRows.OfMeetingAsync(session, meetingId));
            return new ExportedFile($"inbjudna-{SwedishTime.Day(found.Value.Day)}.xlsx", ExcelFile.ContentType, file);
        },
        cancellationToken);
}
