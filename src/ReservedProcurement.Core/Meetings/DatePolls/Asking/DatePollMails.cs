using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.DatePolls.Asking;

/// <summary>What a mail about a poll is for.</summary>
public enum DatePollMailKind
{
    /// <summary>Which days suit?</summary>
    Question,
    Cancellation,
}

/// <summary>A mail about a poll to one party. What it says is read when it is sent.</summary>
public sealed record DatePollMailDue(Guid PartyId) : IOutboxMessage
{
    public static string Kind => "date-poll-mail";
}

/// <summary>The rows that say which mails have been asked for, each with the id of its message in the outbox.</summary>
internal static class DatePollMails
{
    private const string InsertSql = "insert into DatePollMails (Id, PartyId, Kind, CreatedAt) values (@Id, @PartyId, @Kind, @CreatedAt)";

    private const string PartiesSql = "select Id from DatePollParties where PollId = @PollId order by PartyKey, Id";

    /// <summary>In the transaction that makes the mail needed. A unique index lets no second one be asked for.</summary>
    public static async Task EnqueueAsync(WriteTransaction write, Guid partyId, DatePollMailKind kind)
    {
        var id = await write.EnqueueAsync(new DatePollMailDue(partyId));
        await write.ExecuteAsync(InsertSql, new { Id = id, PartyId = partyId, Kind = kind.ToString(), CreatedAt = write.Now });
    }

    /// <summary>Tells everybody who is asked; whether the mail is needed is seen when it is its turn.</summary>
    /// <returns>How many are told.</returns>
    public static async Task<int> TellAsync(WriteTransaction write, Guid pollId, DatePollMailKind kind)
    {
        var parties = await write.QueryAsync<Guid>(PartiesSql, new { PollId = pollId });
        foreach (var party in parties)
        {
            await EnqueueAsync(write, party, kind);
        }

        return parties.Count;
    }
}
