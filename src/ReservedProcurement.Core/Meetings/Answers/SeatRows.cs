using ReservedProcurement.Core.Meetings.FollowUp.Mails;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.Answers;

/// <summary>Notes who has room, in the transaction that changes it, and asks for the mails that tell.</summary>
internal static class SeatRows
{
    // The row of the meeting is the queue: who comes second waits here, and sees the answer of the first when it is counted.
    private const string TurnSql = "update Meetings set SeatTurn = SeatTurn + 1 where Id = (select MeetingId from MeetingInvitations where Id = @InvitationId)";

    private const string MeetingOfSql = "select MeetingId from MeetingInvitations where Id = @InvitationId";

    private const string NotedSql = "select InvitationId, State, Persons, Move, Told from MeetingSeats where MeetingId = @MeetingId";

    private const string OneSql = "select InvitationId, State, Persons, Move, Told from MeetingSeats where InvitationId = @InvitationId";

    private const string InsertSql = """
        insert into MeetingSeats (InvitationId, MeetingId, State, Persons, Move, Told)
        values (@InvitationId, @MeetingId, @State, @Persons, @Move, @Told)
        """;

    private const string UpdateSql = "update MeetingSeats set State = @State, Persons = @Persons, Move = @Move, Told = @Told where InvitationId = @InvitationId";

    private const string ToldSql = "update MeetingSeats set Told = @Told where InvitationId = @InvitationId and State <> 'None'";

    /// <summary>Before an answer is added: whoever changes the same meeting comes after.</summary>
    public static Task TakeTurnAsync(WriteTransaction write, Guid invitationId) => write.ExecuteAsync(TurnSql, new { InvitationId = invitationId });

    public static async Task FollowAnswerAsync(WriteTransaction write, Guid invitationId) =>
        await FollowAsync(write, await write.SingleAsync<Guid>(MeetingOfSql, new { InvitationId = invitationId }));

    /// <summary>After an answer or another number of seats: notes what it changed for everybody, and tells those who must know.</summary>
    public static async Task FollowAsync(WriteTransaction write, Guid meetingId)
    {
        var meeting = (await MeetingRows.ByIdAsync(write, meetingId))!;
        var noted = (await write.QueryAsync<Seat>(NotedSql, new { MeetingId = meetingId })).ToDictionary(seat => seat.InvitationId);
        if (meeting.Capacity is null && noted.Count == 0)
        {
            return;
        }

        var seats = Seats.Of(await InvitationRows.OfMeetingAsync(write, meetingId), meeting.Capacity);
        foreach (var move in SeatRules.Moves(noted, seats))
        {
            var row = Row(meetingId, move.Seat);
            _ = move.IsNew ? await write.ExecuteAsync(InsertSql, row) : await write.ExecuteAsync(UpdateSql, row);
            if (move.Mail is { } mail && !meeting.IsCancelled && meeting.StartsAt > write.Now)
            {
                await FollowUpMails.EnqueueAsync(write, move.Seat.InvitationId, mail, FollowUpMails.OfMove(move.Seat.Move));
            }
        }
    }

    public static Task<Seat?> OfAsync(SqlSession session, Guid invitationId) => session.SingleOrDefaultAsync<Seat>(OneSql, new { InvitationId = invitationId });

    /// <summary>When a mail has told them.</summary>
    public static Task ToldAsync(WriteTransaction write, Guid invitationId, SeatState state) => write.ExecuteAsync(ToldSql, new { InvitationId = invitationId, Told = state.ToString() });

    private static object Row(Guid meetingId, Seat seat) => new { seat.InvitationId, MeetingId = meetingId, State = seat.State.ToString(), seat.Persons, seat.Move, Told = seat.Told?.ToString() };
}
