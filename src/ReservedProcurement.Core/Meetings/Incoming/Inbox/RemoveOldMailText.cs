using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail.Incoming;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.Incoming.Inbox;

/// <summary>Removes what stands in old mails and who sent them. That a mail came, and what came of it, stays: so it is never taken for a new one.</summary>
public sealed class RemoveOldMailText(Database database, IOptions<IncomingMailOptions> options)
{
    private const int BatchSize = 500;

    private const string RemoveSql = """
        update IncomingMails
        set Body = null, Attachments = null, Subject = '', SearchKey = '', SenderName = null, SenderEmail = null, TextRemovedAt = @Now
        where Id in (
            select Id from (
                select Id, row_number() over (order by ReceivedAt, Id) as RowNumber
                from IncomingMails
                where TextRemovedAt is null and ReceivedAt < @Before
            ) as old
            where RowNumber <= @Take)
        """;

    /// <summary>The number of mails whose text was removed.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = database.Clock.GetUtcNow().AddDays(-options.Value.KeepTextDays);
        var total = 0;
        int removed;
        do
        {
            removed = (await database.WriteAsync<int>(
                Actor.System,
                async write => await write.ExecuteAsync(RemoveSql, new { Before = before, Take = BatchSize, write.Now }),
                cancellationToken)).Value;
            total += removed;
        }
        while (removed == BatchSize);

        return total;
    }
}
