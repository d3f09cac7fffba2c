using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Outbox;

/// <summary>Configuration section <c>Outbox</c>.</summary>
public sealed class OutboxOptions
{
    public const string Section = "Outbox";

    /// <summary>Handled messages are removed after this many days.</summary>
    public int KeepHandledDays { get; set; } = 90;
}

/// <summary>Leads a stored message of one kind to its handler.</summary>
public sealed record OutboxRoute(string Kind, Func<IServiceProvider, StoredMessage, CancellationToken, Task> HandleAsync);

public static class OutboxServices
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutboxOptions>()
            .Bind(configuration.GetSection(OutboxOptions.Section))
            .Validate(options => options.KeepHandledDays is >= 1 and <= 3650, Texts.Sentence(Problem.Of(OutboxProblems.InvalidKeepDays, ProblemKind.Refused)))
            .ValidateOnStart();
        services.AddSingleton<DispatchOutbox>();
        services.AddSingleton<RemoveHandledMessages>();
        services.AddSingleton<ListOutboxHandler>();
        services.AddSingleton<RetryParkedHandler>();
        return services;
    }

    /// <summary>Registers what handles one kind of message. A handler lives as long as one batch, so that it can share a connection with the others in it.</summary>
    public static IServiceCollection AddOutboxHandler<TMessage, THandler>(this IServiceCollection services)
        where TMessage : IOutboxMessage
        where THandler : class, IOutboxHandler<TMessage>
    {
        services.TryAddScoped<THandler>();
        services.AddSingleton(new OutboxRoute(
            TMessage.Kind,
            (scope, stored, cancellationToken) =>
            {
                var message = Read<TMessage>(stored.Payload);
                return scope.GetRequiredService<THandler>().HandleAsync(message, stored.Id, cancellationToken);
            }));
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
