namespace ReservedProcurement.Web.Security;

public static class SecurityHeaders
{
    // No inline script or style anywhere: a page that wants a size or a colour from data uses a class or an attribute of SVG.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string ReferrerPolicy = "Referrer-Policy";

    /// <summary>For a page whose address is itself the key: no other site is told of it and no search engine keeps it.</summary>
    public static void KeepAddressSecret(this HttpResponse response)
    {
        response.Headers[ReferrerPolicy] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            if (string.IsNullOrEmpty(headers[ReferrerPolicy]))
            {
                headers[ReferrerPolicy] = "same-origin";
            }

            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            if (string.IsNullOrEmpty(headers.CacheControl))
            {
                // What is shown concerns people and procurements; no shared cache may keep it.
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });
}
