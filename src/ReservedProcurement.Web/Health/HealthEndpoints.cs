using Microsoft.AspNetCore.Http.HttpResults;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Web.Health;

public sealed record HealthResponse(string Status, string Detail);

/// <summary>For whatever watches the process: is it alive, and can it take requests.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").AllowAnonymous().ExcludeFromDescription();
        health.MapGet("/live", () => TypedResults.Json(new HealthResponse("live", "Tjänsten är igång.")));
        health.MapGet("/ready", Ready);
    }

    private static JsonHttpResult<HealthResponse> Ready(Migrator migrator)
    {
        try
        {
            // Reads the journal, so it also tells whether the database answers.
            var pending = migrator.Pending();
            return pending.Count == 0
                ? TypedResults.Json(new HealthResponse("ready", "Tjänsten är redo."))
                : NotReady(Texts.Sentence(Problem.Of(PersistenceProblems.OlderSchema, ProblemKind.Refused, pending.Count, pending[0])));
        }
        catch (Exception exception) when (Security.ErrorPages.IsDatabaseFailure(exception))
        {
            return NotReady(Security.ErrorPages.DatabaseSentence);
        }
    }

    private static JsonHttpResult<HealthResponse> NotReady(string detail) => TypedResults.Json(new HealthResponse("not-ready", detail), statusCode: StatusCodes.Status503ServiceUnavailable);
}
