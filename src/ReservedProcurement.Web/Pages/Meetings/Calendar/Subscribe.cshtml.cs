using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Meetings.Calendars.Feeds;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.Calendar;

/// <summary>Addresses that colleagues' calendars can follow the meetings by.</summary>
public sealed class SubscribeModel(ListAuthoritiesHandler listAuthorities, ListFeedsHandler listFeeds, CreateFeedHandler create, RevokeFeedHandler revoke) : PageModel
{
    private const string WebCal = "webcal:";

    [TempData]
    public string? NewAddress { get; set; }

    public IReadOnlyList<FeedLine> Lines { get; private set; } = [];

    public bool MayEditAny => Lines.Any(line => line.MayEdit);

    /// <summary>The same address in the form that opens a calendar program.</summary>
    public static string AsWebCal(string address) => WebCal + address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Response.KeepAddressSecret();
        await LoadAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostCreateAsync(Guid authorityId, Guid? unitId, CancellationToken cancellationToken) => this.SubmitAsync(
        () => create.HandleAsync(HttpContext.Actor(), new CreateFeed(authorityId, unitId), cancellationToken),
        created =>
        {
            NewAddress = created.Address.ToString();
            this.Notify("Adressen är skapad. Kopiera den nu.");
            return RedirectToPage();
        },
        () => LoadAsync(cancellationToken),
        prefix: "");

    public Task<IActionResult> OnPostRevokeAsync(Guid feedId, CancellationToken cancellationToken) => this.SubmitAsync(
        () => revoke.HandleAsync(HttpContext.Actor(), feedId, cancellationToken),
        _ =>
        {
            this.Notify("Adressen är återkallad. Kalendrar som följer den får inget mer.");
            return RedirectToPage();
        },
        () => LoadAsync(cancellationToken),
        prefix: "");

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = HttpContext.Actor();
        var feeds = await listFeeds.HandleAsync(actor, cancellationToken);
        var authorities = await listAuthorities.HandleAsync(actor, cancellationToken);
        Lines = [.. authorities.SelectMany(authority => authority.Units
            .Where(unit => !unit.IsClosed || feeds.Any(feed => feed.UnitId == unit.Id))
            .Select(unit => Line(authority, unit))
            .Prepend(Line(authority, null)))];

        FeedLine Line(Authority authority, Unit? unit) => new(
            authority.Id, unit?.Id, unit?.Name ?? $"Alla möten hos {authority.Name}", actor.May(Permission.EditProcurements, authority.Id), feeds.LastOrDefault(feed => feed.AuthorityId == authority.Id && feed.UnitId == unit?.Id));
    }
}

/// <param name="AuthorityId">Whose meetings.</param>
/// <param name="UnitId">Only this unit's.</param>
/// <param name="Name">What the calendar holds.</param>
/// <param name="MayEdit">Whether this reader may make, renew and revoke its address.</param>
/// <param name="Feed">The address that holds now, or null.</param>
public sealed record FeedLine(Guid AuthorityId, Guid? UnitId, string Name, bool MayEdit, CalendarFeed? Feed);
