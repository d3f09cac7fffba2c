using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Persistence;

namespace ReservedProcurement.Core.Outbox;

/// <summary>
/// Holds sendings to the limits of the settings. What has been handed out is counted in the database by clock minute and clock hour,
/// each time by one conditional update, so any number of processes keep the same limits together.
/// </summary>
internal sealed class OutboxPace(IOptions<MailOptions> options)
{
    /// <summary>The row of all mail together; no domain can be called so.</summary>
    private const string All = "*";

    private const string TakeSql = """
        update OutboxPaces set Taken = Taken + 1, FreeAt = case when Taken + 1 >= @Most then @WindowEndAt else null end
        where Name = @Name and WindowStart = @WindowStart and Taken < @Most
        """;

    private const string OpenWindowSql = """
        update OutboxPaces set WindowStart = @WindowStart, Taken = 1, FreeAt = case when @Most <= 1 then @WindowEndAt else null end
        where Name = @Name and WindowStart < @WindowStart
        """;

    private const string GiveBackSql = "update OutboxPaces set Taken = Taken - 1, FreeAt = null where Name = @Name and WindowStart = @WindowStart";

    // A limit that has been lowered since can be passed without the window having been closed.
    private const string CloseSql = "update OutboxPaces set FreeAt = @WindowEndAt where Name = @Name and WindowStart = @WindowStart";

    private const string IsKnownSql = "select count(*) from OutboxPaces where Name = @Name";

    private const string AddSql = "insert into OutboxPaces (Name, WindowStart, Taken, FreeAt) values (@Name, @WindowStart, 1, case when @Most <= 1 then @WindowEndAt else null end)";

    private readonly MailPace _pace = options.Value.Pace;

    /// <summary>Whether a message to this domain may go now; counts it when it may. In the transaction that begins it.</summary>
    public async Task<bool> TakeAsync(WriteTransaction write, string? destination)
    {
        if (destination is null || _pace.IsUnlimited)
        {
            return true;
        }

        var hour = _pace.PerHour is { } perHour ? Window(All, TimeSpan.FromHours(1), perHour, write.Now) : null;
        if (hour is not null && !await TakeAsync(write, hour))
        {
            return false;
        }

        if (_pace.PerMinute(destination) is not { } perMinute || await TakeAsync(write, Window(destination, TimeSpan.FromMinutes(1), perMinute, write.Now)))
        {
            return true;
        }

        if (hour is not null)
        {
            await write.ExecuteAsync(GiveBackSql, hour);
        }

        return false;
    }

    private static async Task<bool> TakeAsync(WriteTransaction write, PaceWindow window)
    {
        if (await write.ExecuteAsync(TakeSql, window) == 1 || await write.ExecuteAsync(OpenWindowSql, window) == 1)
        {
            return true;
        }

        if (await write.SingleAsync<int>(IsKnownSql, new { window.Name }) == 0)
        {
            return await write.ExecuteAsync(AddSql, window) == 1;
        }

        await write.ExecuteAsync(CloseSql, window);
        return false;
    }

    private static PaceWindow Window(string name, TimeSpan length, int most, DateTimeOffset now)
    {
        var start = new DateTimeOffset(now.UtcTicks - now.UtcTicks % length.Ticks, TimeSpan.Zero);
        return new PaceWindow(name, start, start + length, most);
    }

    private sealed record PaceWindow(string Name, DateTimeOffset WindowStart, DateTimeOffset WindowEndAt, int Most);
}
