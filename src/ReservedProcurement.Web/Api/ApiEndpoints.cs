using System.Text.Json;
using System.Text.Json.Serialization;
using ReservedProcurement.Web.Api.Authorities;
using ReservedProcurement.Web.Api.Documents;
using ReservedProcurement.Web.Api.Meetings;
using ReservedProcurement.Web.Api.PlainLanguage;
using ReservedProcurement.Web.Api.Procurements;
using ReservedProcurement.Web.Api.Register;

namespace ReservedProcurement.Web.Api;

/// <summary>The JSON API: one line per capability.</summary>
public static class ApiEndpoints
{
    public const string Root = "/api/v1";

    public static bool IsApi(HttpContext context) => IsApi(context.Request.Path);

    public static bool IsApi(PathString path) => path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi("/api/{documentName}/openapi.json").AllowAnonymous();
        var api = app.MapGroup(Root).AddEndpointFilterFactory(QueryNames.Demand).AddEndpointFilterFactory(IfMatch.Demand);
        api.MapMe();
        api.MapAuthorities();
        api.MapUnits();
        api.MapAppearance();
        api.MapUsers();
        api.MapAccessTokens();
        api.MapProcurements();
        api.MapLots();
        api.MapSocialEnterprises();
        api.MapCpv();
        api.MapMeetings();
        api.MapMeetingFollowUp();
        api.MapIncomingMail();
        api.MapMeetingSending();
        api.MapAtMeeting();
        api.MapInformation();
        api.MapMeetingPlanning();
        api.MapDatePolls();
        api.MapMeetingSeries();
        api.MapBidSchools();
        api.MapDocuments();
        api.MapTemplates();
        api.MapReturnedForms();
        api.MapPlainLanguage();
    }

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            var json = options.SerializerOptions;
            json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.RespectNullableAnnotations = true;
            json.RespectRequiredConstructorParameters = true;
            json.AllowDuplicateProperties = false;
            json.NumberHandling = JsonNumberHandling.Strict;
            json.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", OpenApiDescription.Configure);
        return services;
    }
}
