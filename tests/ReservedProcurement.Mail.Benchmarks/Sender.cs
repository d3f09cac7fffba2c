using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;
using ReservedProcurement.Core;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Meetings;
using ReservedProcurement.Core.Meetings.Invitations;
using ReservedProcurement.Core.Outbox;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Mail.Benchmarks;

/// <summary>An installation with one meeting that many are invited to, and two ways to send the invitations.</summary>
internal sealed class Sender : IAsyncDisposable
{
    private const string Host = "127.0.0.1";
    private readonly string _folder = Directory.CreateTempSubdirectory("reserved-procurement-mail-benchmark-").FullName;
    private readonly ServiceProvider _services;
    private readonly int _port;

    public Sender(int port, int connections)
    {
        _port = port;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Path"] = _folder,
            ["Mail:Transport"] = "Smtp",
            ["Mail:Host"] = Host,
            ["Mail:Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Mail:Security"] = "None",
            ["Mail:From"] = "moten@exempelstad.example",
            ["Mail:Connections"] = connections.ToString(CultureInfo.InvariantCulture),
            ["Web:PublicAddress"] = "https://reserverad.exempelstad.example",
        }).AddEnvironmentVariables().Build();
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning))
            .AddSingleton<IConfiguration>(configuration)
            .AddCore(configuration)
            .BuildServiceProvider();
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <returns>The invitations as the product writes them, to be sent by the plain loop.</returns>
    public async Task<IReadOnlyList<MimeMessage>> InviteAsync(int receivers, int composed)
    {
        Get<Migrator>().Migrate();
        var administrator = new Actor { Name = "Mätning", Via = "cli", IsInstallationAdministrator = true };
        var authority = Must(await Get<AddAuthorityHandler>().HandleAsync(administrator, new AddAuthority { Name = "Exempelstads kommun" }, CancellationToken.None));
        var officer = new Actor { Name = "Åsa Exempel", Via = "cli", Memberships = [new Membership(authority.Id, Role.ProcurementOfficer)] };
        var meeting = Must(await Get<CreateMeetingHandler>().HandleAsync(officer, new CreateMeeting(Content()) { AuthorityId = authority.Id }, CancellationToken.None));
        Must(await Get<InviteToMeetingHandler>().HandleAsync(
            officer,
            new InviteToMeeting
            {
                MeetingId = meeting.Id,
                Version = meeting.Version,
                Others = [.. Enumerable.Range(1, receivers).Select(number => new OtherParty($"Socialt företag {number}", "Kim Exempel", $"kim{number}@foretag{number % 300}.example"))],
            },
            CancellationToken.None));
        var details = Must(await Get<GetMeetingHandler>().HandleAsync(officer, meeting.Id, CancellationToken.None));
        return
        [
            .. details.Invitations.Take(composed).Select(invitation => Get<MailComposer>().Compose(
                Get<MeetingMailWriter>().Text(
                    MeetingMailKind.Invitation,
                    details.Meeting,
                    new MeetingReceiver(invitation.Id, invitation.PartyName, invitation.RecipientName, invitation.Email)).Content(),
                Guid.CreateVersion7())),
        ];
    }

    /// <summary>The product's own way, from waiting rows to rows that say sent.</summary>
    public async Task<TimeSpan> DispatchAsync()
    {
        var clock = Stopwatch.StartNew();
        await Get<DispatchOutbox>().RunAsync(CancellationToken.None);
        return clock.Elapsed;
    }

    /// <summary>What one would write without an outbox: one kept connection, one mail after the other, nothing noted.</summary>
    /// <param name="messages">What is sent, again and again.</param>
    /// <param name="count">How many times.</param>
    /// <param name="noDelay">Over a socket that sends at once, as the product's does; otherwise the one that the library makes.</param>
    public async Task<TimeSpan> PlainLoopAsync(IReadOnlyList<MimeMessage> messages, int count, bool noDelay)
    {
        using var client = new SmtpClient();
        if (noDelay)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(Host, _port);
            await client.ConnectAsync(socket, Host, _port, SecureSocketOptions.None);
        }
        else
        {
            await client.ConnectAsync(Host, _port, SecureSocketOptions.None);
        }

        var clock = Stopwatch.StartNew();
        for (var sent = 0; sent < count; sent++)
        {
            await client.SendAsync(messages[sent % messages.Count]);
        }

        var elapsed = clock.Elapsed;
        await client.DisconnectAsync(quit: true);
        return elapsed;
    }

    /// <returns>How many are noted as sent; all are then left to be sent once more.</returns>
    public async Task<int> StartOverAsync()
    {
        await using var connection = await Get<Database>().OpenAsync(CancellationToken.None);
        var sent = await ExecuteAsync(connection, "update MeetingMails set SentAt = null, SentSequence = null where SentAt is not null");
        await ExecuteAsync(connection, "update OutboxMessages set Status = 'Waiting', DueAt = CreatedAt, Attempts = 0, HandledAt = null where Status = 'Handled'");
        return sent;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<int> ExecuteAsync(System.Data.Common.DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    private static MeetingContent Content() => new()
    {
        MeetingKind = MeetingKind.DialogueMeeting,
        Title = "Dialogmöte om arbetsträning",
        Description = "Vi vill veta vad ni kan och vill göra. Vi berättar vad kommunen tänker köpa de närmaste två åren och hur ni kan lämna anbud.",
        Date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(70)),
        StartTime = "13:00",
        EndTime = "15:00",
        Place = "Stadshuset, rum Björken, Storgatan 1, Exempelstad",
        Access = "Entrén har ingen trappa. Det finns hiss, hörslinga och en toalett med plats för rullstol.",
        Agenda = "13.00 Välkomna\n13.15 Vad vi ska köpa\n13.45 Så lämnar ni anbud\n14.15 Fika\n14.30 Frågor",
        OrganiserName = "Åsa Exempel",
        OrganiserEmail = "asa.exempel@exempelstad.example",
        OrganiserPhone = "070-174 06 05",
    };

    private static T Must<T>(Result<T> result) => result.Succeeded ? result.Value : throw new InvalidOperationException(result.Problem.Code);
}
