using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.Core.Procurements;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Procurements;

[Authorize(Policies.EditProcurements)]
public sealed class NewModel(CreateProcurementHandler create, ListAuthoritiesHandler listAuthorities) : PageModel
{
    [BindProperty]
    public NewProcurementInput Input { get; set; } = new();

    /// <summary>Authorities and units in one list, since a unit says its authority.</summary>
    public IReadOnlyList<Choice> Buyers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => this.SubmitAsync(
        () => create.HandleAsync(HttpContext.Actor(), Input.ToRequest(), cancellationToken),
        saved =>
        {
            this.Notify("Upphandlingen är påbörjad. Lägg nu till delkontrakt.");
            return RedirectToPage("Details", new { id = saved.Id });
        },
        () => LoadAsync(cancellationToken));

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var authorities = await listAuthorities.HandleAsync(HttpContext.Actor(), cancellationToken, Permission.EditProcurements);
        Buyers = [.. authorities.SelectMany(authority => authority.Units
            .Where(unit => !unit.IsClosed)
            .Select(unit => new Choice($"{authority.Id}/{unit.Id}", authorities.Count == 1 ? unit.Name : $"{authority.Name}: {unit.Name}"))
            .Prepend(new Choice(authority.Id.ToString(), authority.Units.All(unit => unit.IsClosed) ? authority.Name : $"{authority.Name} (ingen särskild enhet)")))];
    }
}

public sealed class NewProcurementInput
{
    public string? CaseNumber { get; set; }

    public string? Title { get; set; }

    /// <summary>The id of an authority, or of an authority and a unit with a slash between.</summary>
    public string? UnitId { get; set; }

    public CreateProcurement ToRequest()
    {
        var parts = (UnitId ?? "").Split('/');
        return new CreateProcurement
        {
            AuthorityId = Guid.TryParse(parts[0], out var authority) ? authority : Guid.Empty,
            UnitId = parts.Length > 1 && Guid.TryParse(parts[1], out var unit) ? unit : null,
            CaseNumber = CaseNumber ?? "",
            Title = Title ?? "",
        };
    }
}
