using Microsoft.AspNetCore.Mvc;
using ReservedProcurement.Core.Meetings.EqualInformation;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Api.Meetings;

/// <summary>The log of what was told, shown and answered. The public pages need no token and are no part of the API.</summary>
public static class InformationEndpoints
{
    public static void MapInformation(this RouteGroupBuilder api)
    {
        var log = api.MapGroup("/meetings/{id:guid}/information").WithTags("Lika information");
        log.MapGet("", GetAsync).WithSummary("Visa allt som har lämnats vid ett möte").WithDescription("Alla versioner, och vad som är publicerat.").Produces<InformationResponse>();
        log.MapPost("", AddAsync).WithSummary("Lägg till information").WithDescription("Sagt (said) eller visat (shown), med eller utan fil: pdf, docx, pptx, xlsx, png eller jpg.")
            .Produces<InformationEntry>(StatusCodes.Status201Created).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(4 * WriteInformation.LargestFile));
        log.MapPost("/{entryId:guid}/versions", CorrectAsync).WithSummary("Rätta eller dra tillbaka information").WithDescription("Blir en ny version med skäl. Number är den version som lästes. Tidigare versioner finns kvar.")
            .Produces<InformationEntry>(StatusCodes.Status201Created).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(4 * WriteInformation.LargestFile));
        log.MapGet("/files/{fileId:guid}", FileAsync).WithSummary("Hämta en fil").Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
        log.MapPost("/publications", PublishAsync).WithSummary("Publicera information").WithDescription("Det som väntar, eller de versioner som anges. Alla inbjudna får ett mejl, ett för allt.").Produces<InformationPublished>();
        log.MapPost("/mails", TellAsync).WithSummary("Skicka adressen till dem som bjöds in efter den senaste publiceringen").Produces<ToldResponse>();
        var dialogue = api.MapGroup("/procurements/{id:guid}/dialogue").WithTags("Lika information");
        dialogue.MapGet("", DialogueAsync).WithSummary("Visa dialogen före en upphandling").WithDescription("Mötena, allt som har lämnats, och vad som inte är publicerat.").Produces<DialogueResponse>();
        dialogue.MapPost("/page", OpenAsync).WithSummary("Gör upphandlingens öppna sida").Produces<PageResponse>();
    }

    private static async Task<IResult> GetAsync(Guid id, GetInformationHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken))
            .ToHttp(log => TypedResults.Ok(new InformationResponse(log.Entries, log.Publications, log.Page, log.Waiting.Count(), log.WithoutMail)));

    private static async Task<IResult> AddAsync(
        Guid id, [FromForm] string? kind, [FromForm] string? information, [FromForm] string? link, [FromForm] DateOnly? givenOn, [FromForm] string? givenTo, IFormFile? file,
        AddInformationHandler handler, HttpContext context, CancellationToken cancellationToken)
    {
        if (!QueryChoice.TryRead<InformationKind>(kind, out var known))
        {
            return ApiProblem.Of(Problem.OnField(nameof(AddInformation.Kind), "field.unknown-choice"), context);
        }

        var request = new AddInformation
        {
            MeetingId = id,
            Kind = known ?? InformationKind.Said,
            Information = information,
            Link = link,
            GivenOn = givenOn,
            GivenTo = givenTo,
            File = await file.ReadAsync(cancellationToken),
            FileName = file?.FileName,
        };
        return (await handler.HandleAsync(context.Actor(), request, cancellationToken)).ToHttp(entry => TypedResults.Created($"{ApiEndpoints.Root}/meetings/{id}/information", entry));
    }

    private static async Task<IResult> CorrectAsync(
        Guid id, Guid entryId, [FromForm] int number, [FromForm] string? information, [FromForm] string? link, [FromForm] DateOnly? givenOn, [FromForm] string? givenTo, [FromForm] string? reason,
        [FromForm] bool? removesFile, [FromForm] bool? isWithdrawn, IFormFile? file, CorrectInformationHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(
            context.Actor(),
            new CorrectInformation
            {
                MeetingId = id,
                EntryId = entryId,
                Number = number,
                Information = information,
                Link = link,
                GivenOn = givenOn,
                GivenTo = givenTo,
                Reason = reason,
                RemovesFile = removesFile == true,
                IsWithdrawn = isWithdrawn == true,
                File = await file.ReadAsync(cancellationToken),
                FileName = file?.FileName,
            },
            cancellationToken)).ToHttp(entry => TypedResults.Created($"{ApiEndpoints.Root}/meetings/{id}/information", entry));

    private static async Task<IResult> FileAsync(Guid id, Guid fileId, GetInformationHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.FileAsync(context.Actor(), id, fileId, cancellationToken)).ToHttp(file => TypedResults.File(file.Content, file.ContentType, file.FileName));

    private static async Task<IResult> PublishAsync(Guid id, PublishInformationRequest request, PublishInformationHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new PublishInformation(id, request.Versions), cancellationToken)).ToHttp();

    private static async Task<IResult> TellAsync(Guid id, TellNewlyInvitedHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new TellNewlyInvited(id), cancellationToken)).ToHttp(told => TypedResults.Ok(new ToldResponse(told)));

    private static async Task<IResult> DialogueAsync(Guid id, GetDialogueHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), id, cancellationToken))
            .ToHttp(dialogue => TypedResults.Ok(new DialogueResponse(dialogue.Meetings, dialogue.Page, dialogue.Waiting, dialogue.Unanswered)));

    private static async Task<IResult> OpenAsync(Guid id, OpenProcurementPageHandler handler, HttpContext context, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(context.Actor(), new OpenProcurementPage(id), cancellationToken)).ToHttp(page => TypedResults.Ok(new PageResponse(page)));
}

public sealed record InformationResponse(IReadOnlyList<InformationEntry> Entries, IReadOnlyList<InformationPublication> Publications, Uri? Page, int Waiting, int WithoutMail);

/// <param name="Versions">The ids of the versions that were read; all that wait when left out.</param>
public sealed record PublishInformationRequest(IReadOnlyList<Guid>? Versions = null);

public sealed record ToldResponse(int Told);

public sealed record DialogueResponse(IReadOnlyList<DialogueMeeting> Meetings, Uri? Page, int Waiting, int Unanswered);

public sealed record PageResponse(Uri Page);
