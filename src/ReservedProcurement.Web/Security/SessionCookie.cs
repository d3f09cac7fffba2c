using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using ReservedProcurement.Core.Authorities.SignIn;

namespace ReservedProcurement.Web.Security;

/// <summary>
/// The session of a signed-in person: a cookie with the user's id and security stamp. Each request asks the database whether the stamp still holds,
/// so a closed account or a changed password ends the session at once.
/// </summary>
public static class SessionCookie
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    private const string StampClaim = "stamp";

    public static Task SignInAsync(this HttpContext context, SignedIn signedIn)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, signedIn.UserId.ToString()),
                new Claim(ClaimTypes.Name, signedIn.Name),
                new Claim(StampClaim, signedIn.SecurityStamp),
            ],
            Scheme);
        return context.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.LoginPath = "/logga-in";
        options.LogoutPath = "/logga-ut";
        options.ReturnUrlParameter = "till";
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
        options.SlidingExpiration = true;
        options.Cookie.Name = "rp-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new HostPrefixCookieManager();
        options.Events.OnValidatePrincipal = ValidateAsync;

        // A refusal is a page of its own, with its own status, not a redirect.
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        // The page for errors must be shown also when it is the database that failed.
        if (context.HttpContext.Request.Path.StartsWithSegments(ErrorPages.UnhandledPath, StringComparison.Ordinal))
        {
            return;
        }

        var id = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var stamp = context.Principal?.FindFirstValue(StampClaim);
        if (Guid.TryParse(id, CultureInfo.InvariantCulture, out var userId) && stamp is not null)
        {
            var loadActor = context.HttpContext.RequestServices.GetRequiredService<LoadActorHandler>();
            if (await loadActor.HandleAsync(userId, stamp, context.HttpContext.RequestAborted) is { } actor)
            {
                context.HttpContext.SetActor(actor);
                return;
            }
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    /// <summary>Over https the cookie's name begins with <c>__Host-</c>, which binds it to this very host; browsers refuse such a name over http.</summary>
    private sealed class HostPrefixCookieManager : ICookieManager
    {
        private readonly ChunkingCookieManager _inner = new();

        public string? GetRequestCookie(HttpContext context, string key) => _inner.GetRequestCookie(context, Name(context, key));

        public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
            _inner.AppendResponseCookie(context, Name(context, key), value, WithRootPath(options));

        public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _inner.DeleteCookie(context, Name(context, key), WithRootPath(options));

        private static string Name(HttpContext context, string key) => context.Request.IsHttps ? $"__Host-{key}" : key;

        private static CookieOptions WithRootPath(CookieOptions options)
        {
            options.Path = "/";
            return options;
        }
    }
}
