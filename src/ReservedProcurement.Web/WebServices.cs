using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Web.Api;
using ReservedProcurement.Web.Calendars;
using ReservedProcurement.Web.Demo;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Health;
using ReservedProcurement.Web.Pages.Accessibility;
using ReservedProcurement.Web.Pages.Meetings;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web;

public static class WebServices
{
    private const long LargestRequest = 2 * 1024 * 1024;

    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSecurity(configuration);
        services.AddApi();
        services.AddProblemDetails();
        services.AddOptions<AccessibilityOptions>().Bind(configuration.GetSection(AccessibilityOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessibilityOptions>, AccessibilityOptionsValidator>();
        services.AddHostedService<FirstStart>();
        services.AddSingleton<DemoStart>().AddSingleton<DemoMunicipality>().AddSingleton<DemoProcurements>().AddSingleton<DemoTemplates>().AddSingleton<DemoMeetings>().AddSingleton<DemoFollowUp>().AddSingleton<DemoInbox>().AddSingleton<DemoAtMeeting>().AddSingleton<DemoMeetingPlanning>().AddSingleton<DemoProgrammes>().AddSingleton<DemoAccounts>();
        services.AddSingleton<MeetingFormChoices>();
        services.AddExceptionHandler<ApiExceptionHandler>();
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = "rp-notification");
        services.AddRazorPages(options => Policies.Apply(options.Conventions));
        services.Configure<MvcOptions>(options =>
        {
            // What is required is said once, by the handlers' validators.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.ModelBinderProviders.Insert(0, new SwedishValueBinderProvider());
            SwedishBindingMessages.Set(options.ModelBindingMessageProvider);
        });
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LargestRequest;
        });
        return services;
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseRequestLocalization(options =>
        {
            options.SetDefaultCulture(Texts.Swedish.Name);
            options.RequestCultureProviders.Clear();
        });
        app.UseErrorPages();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapCalendarFeeds();
        app.MapApi();
        app.MapRazorPages().WithStaticAssets();
    }
}
