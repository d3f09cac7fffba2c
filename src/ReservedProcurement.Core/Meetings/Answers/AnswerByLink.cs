using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Answers;

/// <summary>What the holder of a personal link may see: the meeting, and their own invitation.</summary>
public sealed record LinkedInvitation(Meeting Meeting, Invitation Invitation)
{
    /// <summary>Why no answer can be given any more, or null.</summary>
    public required Problem? Closed { get; init; }
}

public sealed record AnswerByLink : AnswerContent
{
    public required string? Code { get; init; }
}

/// <summary>Takes the answer of somebody invited, who has no account: the personal link says who it is.</summary>
public sealed class AnswerByLinkHandler(Database database, SignedLinks links, AnswerContentValidator validator)
{
    /// <summary>What the link leads to. Nothing is changed: scanners of mail follow links too.</summary>
    public async Task<Result<LinkedInvitation>> LookAsync(string? code, CancellationToken cancellationToken)
    {
        var read = links.Read(LinkPurposes.MeetingAnswer, code);
        if (!read.Succeeded)
        {
            return read.Problem;
        }

        return await database.ReadAsync(session => LoadAsync(session, read.Value.SubjectId), cancellationToken);
    }

    public async Task<Result<LinkedInvitation>> HandleAsync(AnswerByLink request, CancellationToken cancellationToken)
    {
        var look = await LookAsync(request.Code, cancellationToken);
        if (!look.Succeeded)
        {
            return look.Problem;
        }

        if (look.Value.Closed is { } closed)
        {
            return closed;
        }

        if (validator.Problem<AnswerContent>(request) is { } problem)
        {
            return problem;
        }

        var invitation = look.Value.Invitation;
        return await database.WriteAsync(
            new Actor { Name = invitation.PartyName, Via = "link" },
            async write =>
            {
                await AnswerRows.AddAsync(write, invitation.Id, AnswerSource.Link, request.Tidy());
                return await LoadAsync(write, invitation.Id);
            },
            cancellationToken);
    }

    private async Task<Result<LinkedInvitation>> LoadAsync(SqlSession session, Guid invitationId)
    {
        if (await InvitationRows.ByIdAsync(session, invitationId) is not { } invitation || await MeetingRows.ByIdAsync(session, invitation.MeetingId) is not { } meeting)
        {
            return MeetingProblems.LinkIsNotValid;
        }

        return new LinkedInvitation(meeting, invitation)
        {
            Closed = meeting.IsCancelled ? MeetingProblems.IsCancelled : meeting.HasBegun(database.Clock) ? MeetingProblems.HasBegun : null,
        };
    }
}
