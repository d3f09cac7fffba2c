using System.Globalization;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.FollowUp.Mails;

/// <summary>A mail that follows up an invitation. Whether it is still needed, and what it says, is read when it is sent.</summary>
public sealed record FollowUpMailDue(Guid InvitationId) : IOutboxMessage
{
    public static string Kind => "meeting-follow-up";
}

/// <summary>Asks for the mails that follow up: rows among those of the invitations, each with the id of its message in the outbox and the occasion it is for.</summary>
internal static class FollowUpMails
{
    public static readonly IReadOnlyList<MeetingMailKind> Kinds =
        [MeetingMailKind.Reminder, MeetingMailKind.DayBefore, MeetingMailKind.Thanks, MeetingMailKind.SeatGiven, MeetingMailKind.WaitingList];

    // They carry no calendar, so they have no version of it.
    private const string InsertSql = """
        insert into MeetingMails (Id, InvitationId, Kind, CalendarSequence, CreatedAt, Occasion, AskedByName)
        values (@Id, @InvitationId, @Kind, 0, @CreatedAt, @Occasion, @AskedByName)
        """;

    /// <summary>In the transaction that makes the mail needed. A unique index lets no second one for the same occasion be asked for.</summary>
    public static async Task EnqueueAsync(WriteTransaction write, Guid invitationId, MeetingMailKind kind, string occasion, string? askedByName = null)
    {
        var id = await write.EnqueueAsync(new FollowUpMailDue(invitationId));
        await write.ExecuteAsync(
            InsertSql,
            new { Id = id, InvitationId = invitationId, Kind = kind.ToString(), CreatedAt = write.Now, Occasion = occasion, AskedByName = askedByName });
    }

    /// <summary>The day a reminder goes: nobody gets two the same day.</summary>
    public static string OfReminder(DateTimeOffset now) => SwedishTime.Day(DateOnly.FromDateTime(SwedishTime.Local(now).DateTime));

    /// <summary>The hour the meeting begins: when it is moved, what was told the day before no longer holds.</summary>
    public static string OfMeeting(Meeting meeting) => meeting.StartsAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Everybody is thanked once, whatever happens to the meeting afterwards.</summary>
    public const string OfThanks = "";

    public static string OfMove(int move) => move.ToString(CultureInfo.InvariantCulture);
}
