using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Documents.ReturnedForms;
using ReservedProcurement.Core.Spreadsheets;
using ReservedProcurement.Web.Pages.Procurements.ReturnedForms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Documents;

public static class ReturnedFormEndpoints
{
    private static readonly string Limits = $"Word-filer (.docx) som multipart/form-data, högst {ReadReturnedForms.MostAtOnce} åt gången och högst {ReadReturnedForms.LargestFile >> 20} MB var. Inget av dem sparas. Innan anbudstiden har gått ut svarar tjänsten 409.";

    public static void MapReturnedForms(this RouteGroupBuilder api)
    {
        var forms = api.MapGroup("/procurements/{id:guid}/returned-forms").WithTags("Ifyllda formulär")
            .WithMetadata(new RequestSizeLimitAttribute(4L * ReadReturnedForms.LargestFile))

            // The API is for bearer tokens alone, which no form on another site can send.
            .DisableAntiforgery();
        forms.MapPost("/read", ReadAsync).WithSummary("Läs ifyllda anbud och försäkringar")
            .WithDescription($"{Limits} Varje fil blir ett svar för sig: en fil som inte går att läsa har skälet i notRead och stoppar inga andra. Anmärkningarna i remarks säger vad någon bör kontrollera.")
            .Produces<ReturnedForms>();
        forms.MapPost("/export.xlsx", ExportAsync).WithSummary("Hämta ifyllda anbud och försäkringar som Excel")
            .WithDescription($"{Limits} Ett blad för anbud med en rad för varje delkontrakt och krav, ett för försäkringar och ett för det som bör kontrolleras.")
            .Produces(StatusCodes.Status200OK, contentType: ExcelFile.ContentType);
    }

    private static async Task<IResult> ReadAsync(Guid id, IFormFileCollection files, ReadReturnedFormsHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ReadReturnedForms(id, await files.ToReadAsync(cancellationToken)), cancellationToken)).ToHttp();

    private static async Task<IResult> ExportAsync(Guid id, IFormFileCollection files, ExportReturnedFormsHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new ReadReturnedForms(id, await files.ToReadAsync(cancellationToken)), cancellationToken))
            .ToHttp(file => TypedResults.File(file.Content, file.ContentType, file.FileName));
}
