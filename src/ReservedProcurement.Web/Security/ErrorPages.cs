using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using ReservedProcurement.Core.Persistence;
using ReservedProcurement.Web.Api;

namespace ReservedProcurement.Web.Security;

/// <summary>What is answered when something goes wrong that no handler foresaw: a Swedish page, or problem details for the API. Never a stack trace.</summary>
public static class ErrorPages
{
    public const string UnhandledPath = "/fel";
    public const string DatabaseSentence = "Databasen går inte att nå just nu. Inget har sparats. Vänta en stund och försök igen.";

    public static WebApplication UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = UnhandledPath,

            // Without a scope of its own the error page would meet the failed sign-in check again.
            CreateScopeForErrors = true,
            StatusCodeSelector = Status,
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        });
        app.UseWhen(ApiEndpoints.IsApi, api => api.UseStatusCodePages(context => ApiProblem.OfStatus(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext)));
        app.UseWhen(context => !ApiEndpoints.IsApi(context), pages => pages.UseStatusCodePagesWithReExecute("/status/{0}"));
        return app;
    }

    public static int Status(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when IsDatabaseFailure(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    public static bool IsDatabaseFailure(Exception exception) => exception is DbException or DatabaseUnavailableException;
}

/// <summary>The API's answer to an exception.</summary>
public sealed class ApiExceptionHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // By now the request's own path is that of the error page.
        if (httpContext.Features.Get<IExceptionHandlerPathFeature>() is not { } failed || !ApiEndpoints.IsApi(failed.Path))
        {
            return false;
        }

        await ApiFault.Of(exception, httpContext).ExecuteAsync(httpContext);
        return true;
    }
}
