using Microsoft.Net.Http.Headers;
using ReservedProcurement.Core.Meetings.Calendars.Feeds;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Calendars;

/// <summary>What calendar programs fetch by an address that they subscribe to. Only reading, without signing in: the address is the key.</summary>
public static class FeedEndpoints
{
    private const string ContentType = "text/calendar; charset=utf-8";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCalendarFeeds(this WebApplication app) =>
        app.MapMethods(CreateFeedHandler.PathStart + "{secret}.ics", Methods, ReadAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(string secret, ReadFeedHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.KeepAddressSecret();
        var found = await handler.HandleAsync(secret, cancellationToken);
        if (!found.Succeeded)
        {
            return TypedResults.NotFound();
        }

        // The program that fetched it may keep it, but asks each time whether it still holds; no cache on the way may keep it.
        context.Response.Headers.CacheControl = "private, no-cache";
        var tag = new EntityTagHeaderValue($"\"{found.Value.Tag}\"");
        context.Response.GetTypedHeaders().LastModified = found.Value.ChangedAt;
        context.Response.GetTypedHeaders().ETag = tag;

        // Only the tag decides: a meeting that has moved to another unit changes the file without being in it.
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known == EntityTagHeaderValue.Any)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(found.Value.Content, ContentType, "moten.ics");
    }
}
