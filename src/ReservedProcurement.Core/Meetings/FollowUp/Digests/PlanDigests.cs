using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Meetings.FollowUp.Planning;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Meetings.FollowUp.Digests;

/// <summary>The digest of one week to one receiver. What it says is read when it is sent.</summary>
/// <param name="WeekStart">The Monday that began the week it tells of.</param>
public sealed record MeetingDigestDue(DateOnly WeekStart) : IOutboxMessage
{
    public static string Kind => "meeting-digest";
}

/// <summary>Asks for the digests of the week that has been, on the first working day of the new one. Days later when the program has been down, but never those of an earlier week.</summary>
public sealed class PlanDigests(Database database)
{
    private const string AuthoritiesSql = "select distinct AuthorityId from Meetings where EndsAt > @EndedAt";

    private const string AskedForSql = "select EmailKey from MeetingDigests where WeekStart = @WeekStart";

    private const string InsertSql = """
        insert into MeetingDigests (Id, UserId, Name, Email, EmailKey, WeekStart, CreatedAt)
        values (@Id, @UserId, @Name, @Email, @EmailKey, @WeekStart, @CreatedAt)
        """;

    /// <returns>How many were asked for.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = database.Clock.GetUtcNow();
        var today = DateOnly.FromDateTime(SwedishTime.Local(now).DateTime);
        var week = DigestWeek.Before(today);
        if (WorkingDays.FirstOfWeek(week.Start.AddDays(7)) is not { } first || today < first)
        {
            return 0;
        }

        var endedAfter = week.From;
        var authorities = await database.ReadAsync(session => session.QueryAsync<Guid>(AuthoritiesSql, new { EndedAt = endedAfter }), cancellationToken);
        var planned = 0;
        foreach (var authority in authorities)
        {
            var (_, office) = await database.ReadAsync(session => FollowUpSettingsRows.OfAuthorityAsync(session, authority), cancellationToken);
            if (office.SendDigest && FollowUpRules.IsOfficeTime(office, now))
            {
                var asked = await database.WriteAsync<int>(
                    Actor.System, async write => await PlanAsync(write, authority, week.Start, endedAfter), cancellationToken, FollowUpProblems.AlreadyAskedFor);
                planned += asked.Succeeded ? asked.Value : 0;
            }
        }

        return planned;
    }

    private static async Task<int> PlanAsync(WriteTransaction write, Guid authorityId, DateOnly weekStart, DateTimeOffset endedAfter)
    {
        var has = (await write.QueryAsync<string>(AskedForSql, new { WeekStart = weekStart })).ToHashSet(StringComparer.Ordinal);
        var asked = 0;
        foreach (var receiver in await DigestReceivers.OfAuthorityAsync(write, authorityId, endedAfter))
        {
            var key = DigestReceivers.Key(receiver.Email);
            if (has.Contains(key) || await DigestReceivers.HasRefusedAsync(write, receiver.Email))
            {
                continue;
            }

            var id = await write.EnqueueAsync(new MeetingDigestDue(weekStart));
            await write.ExecuteAsync(InsertSql, new { Id = id, receiver.UserId, receiver.Name, receiver.Email, EmailKey = key, WeekStart = weekStart, CreatedAt = write.Now });
            asked++;
        }

        return asked;
    }
}

/// <summary>A week that a digest tells of, Monday to Sunday in Sweden.</summary>
/// <param name="Start">Its Monday.</param>
public sealed record DigestWeek(DateOnly Start)
{
    public DateTimeOffset From => Mails.FollowUpReceivers.Midnight(Start);

    public DateTimeOffset Until => Mails.FollowUpReceivers.Midnight(Start.AddDays(7));

    /// <summary>The whole week before the one that the day is in.</summary>
    public static DigestWeek Before(DateOnly day) => new(day.AddDays(-(((int)day.DayOfWeek + 6) % 7) - 7));
}
