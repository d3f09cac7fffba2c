using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using ReservedProcurement.Web.Api;

namespace ReservedProcurement.Web.Security;

/// <summary>Configuration section <c>ReverseProxy</c>: set when a proxy in front of the service ends https.</summary>
public sealed class ReverseProxyOptions
{
    public const string Section = "ReverseProxy";

    /// <summary>The proxies' addresses, comma-separated. Only they are believed about the caller's address and scheme.</summary>
    public string? KnownProxies { get; set; }
}

/// <summary>Configuration section <c>SignIn</c>.</summary>
public sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>How many tries to sign in or use a personal link one address has per minute.</summary>
    public int TriesPerMinute { get; set; } = 20;
}

public static class SecurityServices
{
    public const string SignInLimit = "sign-in";

    public static IServiceCollection AddSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<SignInOptions>(configuration.GetSection(SignInOptions.Section));
        services.AddAuthentication("by-path")
            .AddPolicyScheme("by-path", null, options => options.ForwardDefaultSelector = context => ApiEndpoints.IsApi(context) ? BearerTokenHandler.SchemeName : SessionCookie.Scheme)
            .AddCookie(SessionCookie.Scheme, SessionCookie.Configure)
            .AddScheme<AuthenticationSchemeOptions, BearerTokenHandler>(BearerTokenHandler.SchemeName, null);
        services.AddAuthorization(Policies.Add);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "rp-antiforgery";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(SignInLimit, ByAddress);
        });
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        AddForwardedHeaders(services, configuration);
        return services;
    }

    private static RateLimitPartition<string> ByAddress(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        var tries = context.RequestServices.GetRequiredService<IOptions<SignInOptions>>().Value.TriesPerMinute;
        return HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("reading");
    }

    private static void AddForwardedHeaders(IServiceCollection services, IConfiguration configuration)
    {
        var proxies = configuration.GetSection(ReverseProxyOptions.Section).Get<ReverseProxyOptions>()?.KnownProxies;
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            if (string.IsNullOrWhiteSpace(proxies))
            {
                options.ForwardedHeaders = ForwardedHeaders.None;
                return;
            }

            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in proxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                options.KnownProxies.Add(IPAddress.TryParse(proxy, out var address)
                    ? address
                    : throw new OptionsValidationException(
                        ReverseProxyOptions.Section,
                        typeof(ReverseProxyOptions),
                        [$"Inställningen ReverseProxy:KnownProxies innehåller {proxy}, som inte är en IP-adress."]));
            }
        });
    }
}
