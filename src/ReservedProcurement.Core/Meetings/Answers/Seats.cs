using ReservedProcurement.Core.Meetings.Invitations;

namespace ReservedProcurement.Core.Meetings.Answers;

/// <summary>Who has room at a meeting and who waits for it.</summary>
/// <param name="Coming">Those with room, in the order of their answers.</param>
/// <param name="Waiting">Those who have said yes but for whom there is no room, the first in line first.</param>
/// <param name="Persons">How many persons have room.</param>
public sealed record Seats(IReadOnlyList<Invitation> Coming, IReadOnlyList<Invitation> Waiting, int Persons)
{
    /// <summary>
    /// First come, first served: who tells of a need or comes with fewer keeps the place, who comes with more gets a new one. An organisation gets room for all its persons or waits; a smaller one behind it may be let in before,
    /// so that no chair stands empty. Who has been given room keeps it, also when room opens that a larger one before it would have filled.
    /// </summary>
    /// <param name="invitations">All invitations of the meeting.</param>
    /// <param name="capacity">How many persons there is room for; null without a limit.</param>
    public static Seats Of(IEnumerable<Invitation> invitations, int? capacity)
    {
        List<Invitation> coming = [];
        List<Invitation> waiting = [];
        var persons = 0;
        foreach (var invitation in invitations
            .Where(invitation => invitation.Answer == MeetingAnswer.Yes)
            .OrderBy(invitation => invitation.Persons > (invitation.SeatsGiven ?? 0))
            .ThenBy(invitation => invitation.ComingSince)
            .ThenBy(invitation => invitation.Id))
        {
            if (capacity is null || persons + invitation.Persons <= capacity)
            {
                coming.Add(invitation);
                persons += invitation.Persons;
            }
            else
            {
                waiting.Add(invitation);
            }
        }

        return new Seats([.. InLine(coming)], [.. InLine(waiting)], persons);
    }

    private static IEnumerable<Invitation> InLine(IEnumerable<Invitation> invitations) => invitations.OrderBy(invitation => invitation.ComingSince).ThenBy(invitation => invitation.Id);
}
