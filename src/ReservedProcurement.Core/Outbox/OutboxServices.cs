using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Mail;
using ReservedProcurement.Core.Mail.Transports;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Outbox;

/// <summary>Configuration section <c>Outbox</c>.</summary>
public sealed class OutboxOptions
{
    public const string Section = "Outbox";

    /// <summary>Handled messages are removed after this many days.</summary>
    public int KeepHandledDays { get; set; } = 90;
}

public static class OutboxServices
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutboxOptions>()
            .Bind(configuration.GetSection(OutboxOptions.Section))
            .Validate(options => options.KeepHandledDays is >= 1 and <= 3650, Texts.Sentence(Problem.Of(OutboxProblems.InvalidKeepDays, ProblemKind.Refused)))
            .ValidateOnStart();
        services.AddSingleton<OutboxPace>();
        services.AddSingleton<OutboxClaims>();
        services.AddSingleton(provider => new DispatchOutbox(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<OutboxClaims>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetServices<OutboxRoute>(),
            provider.GetRequiredService<IOptions<MailOptions>>(),
            provider.GetRequiredService<ILogger<DispatchOutbox>>()));
        services.AddSingleton<RemoveHandledMessages>();
        services.AddSingleton<ListOutboxHandler>();
        services.AddSingleton<RetryParkedHandler>();
        return services;
    }

    /// <summary>Registers what handles one kind of message. A handler lives as long as its lane's connection, so that it can share it with the others.</summary>
    public static IServiceCollection AddOutboxHandler<TMessage, THandler>(this IServiceCollection services)
        where TMessage : IOutboxMessage
        where THandler : class, IOutboxHandler<TMessage>
    {
        services.TryAddScoped<THandler>();
        services.AddSingleton(new OutboxRoute(
            TMessage.Kind,
            (_, stored, _) =>
            {
                var message = Read<TMessage>(stored.Payload);
                return Task.FromResult(new OutboxWork((scope, cancellationToken) => scope.GetRequiredService<THandler>().HandleAsync(message, stored.Id, cancellationToken)));
            }));
        return services;
    }

    /// <summary>Registers what writes the mails of one kind when there may be many of them.</summary>
    /// <param name="services">Where.</param>
    /// <param name="writeAsync">Writes the mail as things are now, or answers null when it is no longer needed.</param>
    public static IServiceCollection AddOutboxMails<TMessage>(this IServiceCollection services, Func<IServiceProvider, StoredMessage, CancellationToken, Task<OutgoingMail?>> writeAsync)
        where TMessage : IOutboxMessage
    {
        services.AddSingleton(new OutboxRoute(
            TMessage.Kind,
            async (scope, stored, cancellationToken) => await writeAsync(scope, stored, cancellationToken) is { } mail
                ? new OutboxWork(async (lane, stop) =>
                {
                    using (mail.Message)
                    {
                        await lane.GetRequiredService<IMailTransport>().SendAsync(mail.Message, stop);
                    }
                })
                {
                    NoteAsync = mail.NoteAsync,
                }
                : OutboxWork.Nothing)
        {
            Flows = true,
        });
        return services;
    }

    private static TMessage Read<TMessage>(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<TMessage>(payload, OutboxMessages.PayloadJson) ?? throw new JsonException("The payload is null.");
        }
        catch (JsonException exception)
        {
            throw new OutboxFailureException(Problem.Of(OutboxProblems.UnreadablePayload, ProblemKind.Refused), isPermanent: true, exception);
        }
    }
}
