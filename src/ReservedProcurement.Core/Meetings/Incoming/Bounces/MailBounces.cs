using ReservedProcurement.Core.Mail.Incoming.Reading;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.Incoming.Bounces;

/// <summary>Notes at addresses that mail did not arrive. Something heard from the address clears them; a contact that gets another address has none.</summary>
internal static class MailBounces
{
    private const string AddSql = """
        insert into MailBounces (IncomingMailId, InvitationId, AddressKey, Severity, Reason, StatusCode, BouncedAt)
        values (@IncomingMailId, @InvitationId, @AddressKey, @Severity, @Reason, @StatusCode, @BouncedAt)
        """;

    private const string KnownSql = "select count(*) from MailBounces where IncomingMailId = @IncomingMailId";

    private const string MoveSql = "update MailBounces set InvitationId = @InvitationId, AddressKey = @AddressKey where IncomingMailId = @IncomingMailId";

    private const string ClearSql = "update MailBounces set ClearedAt = @Now where AddressKey = @AddressKey and ClearedAt is null";

    public static string Key(string address) => address.Trim().ToLowerInvariant();

    public static async Task AddAsync(WriteTransaction write, Guid mailId, Guid? invitationId, string address, DeliveryReport report, DateTimeOffset at)
    {
        if (await write.SingleAsync<int>(KnownSql, new { IncomingMailId = mailId }) > 0)
        {
            await write.ExecuteAsync(MoveSql, new { IncomingMailId = mailId, InvitationId = invitationId, AddressKey = Key(address) });
            return;
        }

        await write.ExecuteAsync(
            AddSql,
            new
            {
                IncomingMailId = mailId,
                InvitationId = invitationId,
                AddressKey = Key(address),
                Severity = report.Severity!.Value.ToString(),
                Reason = report.Reason.ToString(),
                report.StatusCode,
                BouncedAt = at,
            });
    }

    public static Task ClearAsync(WriteTransaction write, string address) => write.ExecuteAsync(ClearSql, new { AddressKey = Key(address), write.Now });
}
