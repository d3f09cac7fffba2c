using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Procurements.Lots;
using ReservedProcurement.Web.Forms;

namespace ReservedProcurement.Web.Pages.Procurements;

/// <summary>What the pages for adding and changing a lot share: the form, and the buttons that redisplay it without saving.</summary>
public abstract class LotFormModel : PageModel
{
    public const string FindCodes = "sok-cpv";
    public const string UseAsMain = "huvudkod";
    public const string AddCode = "lagg-till-kod";
    public const string RemoveCode = "ta-bort-kod";
    public const string AddRequirement = "lagg-till-krav";
    public const string RemoveRequirement = "ta-bort-krav";

    private const string CodeFields = "Input.MainCpv";
    private const string ExtraFields = "Input.ExtraCpv";
    private const string RequirementFields = "Input.Requirements";

    /// <summary>The procurement's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public LotForm Input { get; set; } = new();

    public string ProcurementTitle { get; protected set; } = "";

    /// <summary>The id of the field to go on with after a button has changed the rows.</summary>
    public string? FocusOn { get; private set; }

    public bool HasSearched { get; private set; }

    /// <summary>A button with a command such as <c>ta-bort-krav:2</c>: changes the rows of the form and shows it again, nothing saved.</summary>
    public async Task<IActionResult> OnPostRowsAsync(string? command, CancellationToken cancellationToken)
    {
        var parts = (command ?? "").Split(':');
        var argument = parts.Length == 2 ? parts[1] : "";
        var row = int.TryParse(argument, out var number) ? number : -1;
        switch (parts[0])
        {
            case FindCodes:
                Input.FindCodes();
                HasSearched = true;
                FocusOn = FieldId.Of("Input.CodeText");
                break;
            case UseAsMain:
                Input.MainCpv = argument;
                Forget(CodeFields);
                FocusOn = FieldId.Of(CodeFields);
                break;
            case AddCode when Input.ExtraCpv.Count < LotContent.MostExtraCpv:
                Input.ExtraCpv.Add(argument);
                Forget(ExtraFields);
                FocusOn = FieldId.Of($"{ExtraFields}[{Input.ExtraCpv.Count - 1}]");
                break;
            case RemoveCode when row >= 0 && row < Input.ExtraCpv.Count:
                Input.ExtraCpv.RemoveAt(row);
                Forget(ExtraFields);
                FocusOn = AddCode;
                break;
            case AddRequirement when Input.Requirements.Count < LotContent.MostRequirements:
                Input.Requirements.Add(new RequirementForm());
                Forget(RequirementFields);
                FocusOn = FieldId.Of($"{RequirementFields}[{Input.Requirements.Count - 1}].RequirementKind");
                break;
            case RemoveRequirement when row >= 0 && row < Input.Requirements.Count:
                Input.Requirements.RemoveAt(row);
                Forget(RequirementFields);
                FocusOn = AddRequirement;
                break;
        }

        return await LoadAsync(cancellationToken) ?? Page();
    }

    /// <summary>Loads what the page shows beside the form; an answer when the page may not be shown.</summary>
    protected abstract Task<IActionResult?> LoadAsync(CancellationToken cancellationToken);

    /// <summary>The rows have moved: what was posted no longer says what stands in which of these fields.</summary>
    private void Forget(string prefix)
    {
        foreach (var name in ModelState.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(name);
        }
    }
}
