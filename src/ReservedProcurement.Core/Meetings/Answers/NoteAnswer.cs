using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Incoming.Inbox;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Answers;

public sealed record NoteAnswer : AnswerContent
{
    public NoteAnswer()
    {
    }

    public NoteAnswer(AnswerContent content)
        : base(content)
    {
    }

    public required Guid InvitationId { get; init; }

    /// <summary>The mail in the inbox that it was read in; the mail is then handled.</summary>
    public Guid? IncomingMailId { get; init; }

    /// <summary>Told by telephone or face to face, or in a mail that was read.</summary>
    public AnswerSource Source { get; init; } = AnswerSource.Officer;
}

/// <summary>Notes an answer that somebody gave an officer, such as "tackade ja i telefon". Also afterwards, for those who came unannounced.</summary>
public sealed class NoteAnswerHandler(Database database, AnswerContentValidator validator)
{
    public async Task<Result<Invitation>> HandleAsync(Actor actor, NoteAnswer request, CancellationToken cancellationToken)
    {
        if (validator.Problem<AnswerContent>(request) is { } problem)
        {
            return problem;
        }

        return await database.WriteAsync<Invitation>(
            actor,
            async write =>
            {
                if (await InvitationRows.ByIdAsync(write, request.InvitationId) is not { } invitation)
                {
                    return CommonProblems.NoSuchRecord;
                }

                var meeting = await LoadMeeting.ToReadAsync(write, actor, invitation.MeetingId);
                if (!meeting.Succeeded)
                {
                    return meeting.Problem;
                }

                if (!actor.May(Permission.EditProcurements, meeting.Value.AuthorityId))
                {
                    return CommonProblems.NotAllowed;
                }

                var source = request.Source == AnswerSource.Mail || request.IncomingMailId is not null ? AnswerSource.Mail : AnswerSource.Officer;
                var answer = await AnswerRows.AddAsync(write, invitation.Id, source, request.Tidy(), write.Actor.Name);
                if (request.IncomingMailId is { } mail && await AnsweredMails.LinkAsync(write, mail, invitation.Id, answer) is { } unlinked)
                {
                    return unlinked;
                }

                return (await InvitationRows.ByIdAsync(write, invitation.Id))!;
            },
            cancellationToken);
    }
}
