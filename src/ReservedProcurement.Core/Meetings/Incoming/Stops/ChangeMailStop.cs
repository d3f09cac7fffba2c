using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Answers;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Meetings.Incoming.Stops;

public enum MailWish
{
    /// <summary>Reminders are welcome.</summary>
    Reminders,

    /// <summary>None about this meeting.</summary>
    NotThisMeeting,

    /// <summary>None about any meeting.</summary>
    None,
}

/// <summary>Whether somebody invited wants reminders: said by themselves on the page of their link, or to an officer.</summary>
public sealed class ChangeMailStopHandler(Database database, AnswerByLinkHandler links)
{
    public async Task<Result<Done>> ByLinkAsync(string? code, MailWish wish, CancellationToken cancellationToken)
    {
        var look = await links.LookAsync(code, cancellationToken);
        if (!look.Succeeded)
        {
            return look.Problem;
        }

        var invitation = look.Value.Invitation;
        return await database.WriteAsync<Done>(
            new Actor { Name = invitation.PartyName, Via = "link" },
            write => ChangeAsync(write, invitation.Id, wish),
            cancellationToken);
    }

    public async Task<Result<Invitation>> HandleAsync(Actor actor, Guid invitationId, MailWish wish, CancellationToken cancellationToken) => await database.WriteAsync<Invitation>(
        actor,
        async write =>
        {
            if (await InvitationRows.ByIdAsync(write, invitationId) is not { } invitation)
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

            var changed = await ChangeAsync(write, invitationId, wish);
            return changed.Succeeded ? (await InvitationRows.ByIdAsync(write, invitationId))! : changed.Problem;
        },
        cancellationToken);

    private static async Task<Result<Done>> ChangeAsync(WriteTransaction write, Guid invitationId, MailWish wish)
    {
        if (!Enum.IsDefined(wish))
        {
            return Problem.OnField("Wish", "field.unknown-choice");
        }

        await MailStops.LiftAsync(write, invitationId);
        if (wish != MailWish.Reminders)
        {
            await MailStops.StopAsync(write, invitationId, wish == MailWish.None, write.Actor.Name);
        }

        return Done.Value;
    }
}
