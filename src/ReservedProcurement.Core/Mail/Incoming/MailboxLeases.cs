using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Mail.Incoming;

/// <summary>One reader of a mailbox at a time, in whatever process: decided by the conditional update, as for the outbox.</summary>
internal sealed class MailboxLeases(Database database)
{
    /// <summary>Longer than the slowest mail; kept up from mail to mail.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private const string KnownSql = "select count(*) from MailboxReadings where Mailbox = @Mailbox";

    private const string AddSql = "insert into MailboxReadings (Mailbox) values (@Mailbox)";

    private const string TakeSql = """
        update MailboxReadings set LeaseToken = @Token, LeaseUntil = @Until
        where Mailbox = @Mailbox and (LeaseUntil is null or LeaseUntil < @Now) and (LastReadAt is null or LastReadAt <= @Before)
        """;

    private const string KeepSql = "update MailboxReadings set LeaseUntil = @Until where Mailbox = @Mailbox and LeaseToken = @Token";

    private const string LeaveSql = """
        update MailboxReadings set LeaseToken = null, LeaseUntil = null, LastReadAt = @Now, LastError = @Error
        where Mailbox = @Mailbox and LeaseToken = @Token
        """;

    /// <param name="mailbox">Its name.</param>
    /// <param name="notSince">Null when it was read later than this, or somebody reads it now.</param>
    /// <param name="cancellationToken">Stops before the lease is taken.</param>
    public async Task<Guid?> TakeAsync(string mailbox, DateTimeOffset notSince, CancellationToken cancellationToken)
    {
        var taken = await database.WriteAsync<Guid>(
            Actor.System,
            async write =>
            {
                if (await write.SingleAsync<int>(KnownSql, new { Mailbox = mailbox }) == 0)
                {
                    await write.ExecuteAsync(AddSql, new { Mailbox = mailbox });
                }

                var token = write.NewId();
                var rows = await write.ExecuteAsync(TakeSql, new { Mailbox = mailbox, Token = token, Until = write.Now + Lease, write.Now, Before = notSince });
                return rows == 1 ? token : Guid.Empty;
            },
            cancellationToken,
            onDuplicate: CommonProblems.NoSuchRecord);
        return taken.Succeeded && taken.Value != Guid.Empty ? taken.Value : null;
    }

    /// <summary>False when the lease has been lost; then somebody else reads the mailbox.</summary>
    public async Task<bool> KeepAsync(string mailbox, Guid token, CancellationToken cancellationToken) => (await database.WriteAsync<int>(
        Actor.System,
        async write => await write.ExecuteAsync(KeepSql, new { Mailbox = mailbox, Token = token, Until = write.Now + Lease }),
        cancellationToken)).Value == 1;

    public Task LeaveAsync(string mailbox, Guid token, string? error) => database.WriteAsync<int>(
        Actor.System,
        async write => await write.ExecuteAsync(LeaveSql, new { Mailbox = mailbox, Token = token, write.Now, Error = error is { Length: > 1000 } ? error[..1000] : error }),
        CancellationToken.None);
}
