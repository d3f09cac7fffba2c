using FluentValidation;
using ReservedProcurement.Core.Audit;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register.OrganisationNumbers;

namespace ReservedProcurement.Core.Meetings.Attendance;

/// <summary>
/// A party has come: by its invitation, out of the register, or by name when it is in neither. Without counts those of the answer hold.
/// The same party once more gives it other counts.
/// </summary>
public sealed record CheckIn
{
    public required Guid MeetingId { get; init; }
    public Guid? InvitationId { get; init; }
    public Guid? SocialEnterpriseId { get; init; }

    /// <summary>An organisation; never a person.</summary>
    public string? PartyName { get; init; }
    public int? Supervisors { get; init; }
    public int? Participants { get; init; }
}

public sealed class CheckInHandler(Database database, CheckInHandler.Validator validator)
{
    private const string EnterpriseNameSql = "select Name from SocialEnterprises where Id = @Id";

    private const string UpdateSql = "update MeetingAttendances set Supervisors = @Supervisors, Participants = @Participants, NotedAt = @NotedAt, NotedByName = @NotedByName where Id = @Id";

    private const string InsertSql = """
        insert into MeetingAttendances (Id, MeetingId, SubjectKey, InvitationId, SocialEnterpriseId, PartyName, PartyKey, Supervisors, Participants, NotedAt, NotedByName)
        values (@Id, @MeetingId, @SubjectKey, @InvitationId, @SocialEnterpriseId, @PartyName, @PartyKey, @Supervisors, @Participants, @NotedAt, @NotedByName)
        """;

    public async Task<Result<Arrival>> HandleAsync(Actor actor, CheckIn request, CancellationToken cancellationToken)
    {
        if (validator.Problem(request) is { } problem)
        {
            return problem;
        }

        return await database.WriteAsync(actor, write => NoteAsync(write, request), cancellationToken, AtMeetingProblems.SomebodyElseWasFirst);
    }

    private static async Task<Result<Arrival>> NoteAsync(WriteTransaction write, CheckIn request)
    {
        var found = await LoadMeetingToWork.AtAsync(write, request.MeetingId);
        if (!found.Succeeded)
        {
            return found.Problem;
        }

        var meeting = found.Value;
        if (meeting.IsCancelled || meeting.Day > DateOnly.FromDateTime(SwedishTime.Local(write.Now).DateTime))
        {
            return meeting.IsCancelled ? MeetingProblems.IsCancelled : AtMeetingProblems.HasNotBegun;
        }

        var subject = await SubjectAsync(write, request);
        if (!subject.Succeeded)
        {
            return subject.Problem;
        }

        var party = subject.Value;
        var earlier = await AttendanceRows.BySubjectAsync(write, meeting.Id, party.Key);
        var told = request.Supervisors is not null || request.Participants is not null;
        var arrival = new Arrival
        {
            Id = earlier?.Id ?? write.NewId(),
            InvitationId = party.InvitationId,
            SocialEnterpriseId = party.SocialEnterpriseId,
            PartyName = party.Name,
            Supervisors = told ? request.Supervisors ?? 0 : earlier?.Supervisors ?? party.Expected.Supervisors,
            Participants = told ? request.Participants ?? 0 : earlier?.Participants ?? party.Expected.Participants,
            NotedAt = write.Now,
            NotedByName = write.Actor.Name,
        };
        if (arrival.Persons == 0)
        {
            return Problem.OnField(nameof(request.Supervisors), AtMeetingProblems.NobodyCame);
        }

        if (earlier is null)
        {
            await write.ExecuteAsync(InsertSql, new
            {
                arrival.Id,
                MeetingId = meeting.Id,
                SubjectKey = party.Key,
                arrival.InvitationId,
                arrival.SocialEnterpriseId,
                arrival.PartyName,
                PartyKey = SwedishText.Key(arrival.PartyName),
                arrival.Supervisors,
                arrival.Participants,
                arrival.NotedAt,
                arrival.NotedByName,
            });
            return arrival;
        }

        if ((earlier.Supervisors, earlier.Participants) == (arrival.Supervisors, arrival.Participants))
        {
            return earlier;
        }

        await write.ExecuteAsync(UpdateSql, new { arrival.Id, arrival.Supervisors, arrival.Participants, arrival.NotedAt, arrival.NotedByName });
        await write.AuditAsync(AuditSubject.Meeting, meeting.Id, meeting.Version, "attendance-changed", Counts(earlier), Counts(arrival));
        return arrival;
    }

    private static object Counts(Arrival arrival) => new { arrival.PartyName, arrival.Supervisors, arrival.Participants };

    private static async Task<Result<Party>> SubjectAsync(WriteTransaction write, CheckIn request)
    {
        var invited = await InvitationRows.OfMeetingAsync(write, request.MeetingId);
        if (request.InvitationId is { } invitationId)
        {
            return invited.FirstOrDefault(invitation => invitation.Id == invitationId) is { } invitation ? Party.Of(invitation) : Problem.OnField(nameof(request.InvitationId), AtMeetingProblems.UnknownInvitation);
        }

        // Whoever is looked up in the register or written by name may have been invited all the same.
        if (request.SocialEnterpriseId is { } enterpriseId)
        {
            if (invited.FirstOrDefault(invitation => invitation.SocialEnterpriseId == enterpriseId) is { } known)
            {
                return Party.Of(known);
            }

            return await write.SingleOrDefaultAsync<string>(EnterpriseNameSql, new { Id = enterpriseId }) is { } name
                ? new Party($"e{enterpriseId:N}", null, enterpriseId, name, (1, 0))
                : Problem.OnField(nameof(request.SocialEnterpriseId), MeetingProblems.UnknownEnterprise);
        }

        var written = InputText.Tidy(request.PartyName)!;
        var key = SwedishText.Key(written);
        return invited.FirstOrDefault(invitation => SwedishText.Key(invitation.PartyName) == key) is { } same ? Party.Of(same) : new Party($"n{key}", null, null, written, (1, 0));
    }

    private sealed record Party(string Key, Guid? InvitationId, Guid? SocialEnterpriseId, string Name, (int Supervisors, int Participants) Expected)
    {
        public static Party Of(Invitation invitation) => new($"i{invitation.Id:N}", invitation.Id, invitation.SocialEnterpriseId, invitation.PartyName, AttendanceRows.Expected(invitation));
    }

    public sealed class Validator : AbstractValidator<CheckIn>
    {
        private const int LongestName = 150;

        public Validator()
        {
            RuleFor(request => request.PartyName).SingleLine(LongestName).WithoutPersonalNumber();
            RuleFor(request => request.PartyName).NotEmpty().WithErrorCode(AtMeetingProblems.WhoCame).When(request => request is { InvitationId: null, SocialEnterpriseId: null });
            RuleFor(request => request.Supervisors).InclusiveBetween(0, AnswerContentValidator.MostPersons);
            RuleFor(request => request.Participants).InclusiveBetween(0, AnswerContentValidator.MostPersons);
        }
    }
}
