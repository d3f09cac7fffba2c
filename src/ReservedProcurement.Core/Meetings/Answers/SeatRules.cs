using ReservedProcurement.Core.Meetings.Invitations;

namespace ReservedProcurement.Core.Meetings.Answers;

/// <summary>Whether somebody invited has room.</summary>
public enum SeatState
{
    /// <summary>Has not said yes.</summary>
    None,
    Coming,
    Waiting,
}

/// <summary>Where somebody stands, and what they have been told.</summary>
public sealed record Seat
{
    public required Guid InvitationId { get; init; }
    public required SeatState State { get; init; }

    /// <summary>How many persons the room was given to.</summary>
    public required int Persons { get; init; }

    /// <summary>Counted up at each change of state.</summary>
    public required int Move { get; init; }

    /// <summary>The state they last were told; null when they have been told nothing of the answer that holds.</summary>
    public SeatState? Told { get; init; }

    public static Seat Unknown(Guid invitationId) => new() { InvitationId = invitationId, State = SeatState.None, Persons = 0, Move = 0 };

    /// <summary>Whether the mail of a move still tells something that is true and that they do not know.</summary>
    public bool MustBeTold(int move) => Move == move && State != SeatState.None && Told != State;
}

/// <summary>How a seat changes.</summary>
/// <param name="Seat">As it is then.</param>
/// <param name="IsNew">Whether there was none before.</param>
/// <param name="Mail">What must be told, or null.</param>
public sealed record SeatMove(Seat Seat, bool IsNew, MeetingMailKind? Mail);

internal static class SeatRules
{
    /// <summary>What has changed since the seats were last noted. The same seats again change nothing, so nobody is told twice.</summary>
    public static IReadOnlyList<SeatMove> Moves(IReadOnlyDictionary<Guid, Seat> noted, Seats seats)
    {
        var now = seats.Coming.Select(invitation => (invitation.Id, State: SeatState.Coming, invitation.Persons))
            .Concat(seats.Waiting.Select(invitation => (invitation.Id, State: SeatState.Waiting, Persons: 0)))
            .ToDictionary(seat => seat.Id);
        List<SeatMove> moves = [];
        foreach (var (id, state, persons) in now.Values)
        {
            var before = noted.GetValueOrDefault(id);
            if (before is null || before.State != state || before.Persons != persons)
            {
                moves.Add(Move(before ?? Seat.Unknown(id), before is null, state, persons));
            }
        }

        moves.AddRange(noted.Values.Where(before => before.State != SeatState.None && !now.ContainsKey(before.InvitationId)).Select(before => Move(before, false, SeatState.None, 0)));
        return moves;
    }

    private static SeatMove Move(Seat before, bool isNew, SeatState state, int persons)
    {
        if (before.State == state)
        {
            return new SeatMove(before with { Persons = persons }, isNew, null);
        }

        // Who says yes and gets room sees it at once; who says no knows it. A new yes starts afresh.
        SeatState? told = state == SeatState.None ? null : before.State == SeatState.None ? state == SeatState.Coming ? SeatState.Coming : null : before.Told;
        var seat = before with { State = state, Persons = persons, Move = before.Move + 1, Told = told };
        return new SeatMove(seat, isNew, !seat.MustBeTold(seat.Move) ? null : state == SeatState.Coming ? MeetingMailKind.SeatGiven : MeetingMailKind.WaitingList);
    }
}
