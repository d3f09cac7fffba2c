using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api;

/// <summary>What the OpenAPI document says that the endpoints do not say themselves.</summary>
public static class OpenApiDescription
{
    private const string Introduction = """
        API för upphandlande myndigheter som arbetar med reserverad upphandling enligt LOU. Samma regler gäller som på webbsidorna.

        **Nyckel.** Skapa en API-nyckel på sidan Ditt konto och skicka den i huvudet `Authorization: Bearer rp_…`.

        **Listor** tar `page` och `pageSize` (högst 200) och svarar med `items`, `page`, `pageSize` och `total`.

        **Ändringar.** Svaret på en läsning har huvudet `ETag`. Skicka samma värde i `If-Match` när du ändrar. Saknas det blir svaret 428, och har någon annan hunnit före blir det 412.

        **Fel** är problem details (RFC 9457) med en fast engelsk `code`, en svensk mening i `detail` och i `errors` varje fält som behöver rättas.

        **Värden.** Datum skrivs `2026-03-14`, tidpunkter i UTC, belopp som hela ören i fält som slutar på `Ore`. Okända egenskaper i innehållet, egenskaper som står två gånger och okända parametrar efter `?` godtas inte.
        """;

    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Reserverad upphandling", Version = "v1", Description = Introduction };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[BearerTokenHandler.SchemeName] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "En personlig API-nyckel, som börjar med rp_.",
            };
            foreach (var (_, schema) in document.Components.Schemas ?? new Dictionary<string, IOpenApiSchema>())
            {
                DescribeInSwedish(schema);
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            operation.Responses ??= [];

            // Names after "?" are read whatever their case; the document shows them as the rest of the JSON.
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter is { In: ParameterLocation.Query, Name: not null }))
            {
                parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            }

            if (!metadata.OfType<IAllowAnonymous>().Any())
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(BearerTokenHandler.SchemeName, context.Document)] = [] }];
                Add(operation, 401, "API-nyckel saknas eller gäller inte.");
                Add(operation, 403, "Nyckeln har inte behörighet.");
            }

            if (operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) == true)
            {
                Add(operation, 404, "Posten finns inte, eller så får nyckeln inte se den.");
            }

            if (operation.RequestBody is not null)
            {
                Add(operation, 400, "Innehållet går inte att tolka.");
                Add(operation, 422, "Uppgifter behöver rättas. Vilka fält det gäller står i errors.");
            }

            if (context.Description.HttpMethod is not "GET")
            {
                Add(operation, 409, "Det går inte att göra just nu, till exempel för att ett nummer redan finns. Skälet står i code och title.");
            }

            foreach (var (status, response) in operation.Responses ?? [])
            {
                response.Description = Succeeded.GetValueOrDefault(status, response.Description ?? "");
            }

            if (metadata.OfType<MethodInfo>().Any(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(IfMatch))))
            {
                operation.Parameters ??= [];
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = "If-Match",
                    In = ParameterLocation.Header,
                    Required = true,
                    Description = "Den ETag som du senast läste, till exempel \"3\".",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
                Add(operation, 412, "Någon annan har ändrat posten. Läs den igen.");
                Add(operation, 428, "If-Match saknas.");
            }

            return Task.CompletedTask;
        });
    }

    private static readonly Dictionary<string, string> Succeeded = new(StringComparer.Ordinal)
    {
        ["200"] = "Det som efterfrågades.",
        ["201"] = "Skapat. Adressen står i huvudet Location.",
        ["204"] = "Klart.",
    };

    /// <summary>Comments in the code are for its readers. Those of the document get the labels that the fields have on the pages.</summary>
    private static void DescribeInSwedish(IOpenApiSchema schema)
    {
        schema.Description = null;
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            property.Description = Texts.Fields.GetValueOrDefault(char.ToUpperInvariant(name[0]) + name[1..]);
        }
    }

    private static void Add(OpenApiOperation operation, int status, string description) => operation.Responses!.TryAdd(
        status.ToString(System.Globalization.CultureInfo.InvariantCulture),
        new OpenApiResponse { Description = description, Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() } });
}
