using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Problems;
using ReservedProcurement.Core.Register;
using ReservedProcurement.Web.Forms;

namespace ReservedProcurement.Web.Pages.Register;

/// <summary>What the pages for adding and changing an enterprise share: the form and the buttons that redisplay it without saving.</summary>
public abstract class SocialEnterpriseFormModel : PageModel
{
    public const string AddContact = "lagg-till-kontakt";
    public const string AddArea = "lagg-till-omrade";
    public const string RemoveContact = "ta-bort-kontakt";
    public const string RemoveArea = "ta-bort-omrade";
    public const string FindCodes = "sok-cpv";

    [BindProperty]
    public SocialEnterpriseForm Input { get; set; } = new();

    /// <summary>The enterprise that already has the number or the name.</summary>
    public (Guid Id, string Name)? Other { get; private set; }

    public bool AsksWhetherAnother { get; private set; }

    /// <summary>The id of the field to go on with after a button has changed the rows.</summary>
    public string? FocusOn { get; private set; }

    public static IReadOnlyList<Choice> MunicipalityChoices => IndexModel.MunicipalityChoices;

    public static IReadOnlyList<Choice> KindChoices => IndexModel.KindChoices;

    /// <summary>A button with a command such as <c>ta-bort-kontakt:2</c>: changes the rows of the form and shows it again.</summary>
    public IActionResult OnPostRows(string? command)
    {
        // Words that somebody has begun to search by stay in their field, also when another row is what changes.
        foreach (var area in Input.ServiceAreas)
        {
            area.TakeCodes();
        }

        var (verb, row) = Parse(command);
        Change(verb, row);
        AsksWhetherAnother = Input.IsAnotherOrganisation;

        // The rows have moved: what was posted no longer says what stands in which field.
        ModelState.Clear();
        return Page();
    }

    protected async Task<IActionResult> SaveAsync(Func<SocialEnterpriseContent, Task<Result<SavedSocialEnterprise>>> save, Func<SavedSocialEnterprise, IActionResult> onSuccess)
    {
        if (ModelState.IsValid)
        {
            ModelState.Clear();
        }

        Input.DropBlankRows();
        foreach (var (index, area) in Input.ServiceAreas.Index())
        {
            if (!area.TakeCodes() && !area.HasChosenByWords)
            {
                var sentence = area.Found.Count > 0
                    ? "Kryssa i de koder som stämmer, eller töm sökfältet, och spara sedan."
                    : $"Ingen CPV-kod stämmer med ”{area.CodeText}”. Pröva ett annat ord eller töm sökfältet.";
                ModelState.AddModelError($"Input.ServiceAreas[{index}].CodeText", sentence);
            }
        }

        return await this.SubmitAsync(async () => Shown(await save(Input.ToContent())), onSuccess);
    }

    private Result<SavedSocialEnterprise> Shown(Result<SavedSocialEnterprise> result)
    {
        if (result.Succeeded)
        {
            return result;
        }

        if (result.Problem.Code is RegisterProblems.DuplicateNumber or RegisterProblems.SameName)
        {
            Other = ((Guid)result.Problem.Arguments[1]!, (string)result.Problem.Arguments[0]!);
            AsksWhetherAnother = result.Problem.Code == RegisterProblems.SameName;
        }

        AsksWhetherAnother |= Input.IsAnotherOrganisation;
        return SocialEnterpriseForm.AtFields(result.Problem);
    }

    private static (string Verb, int Row) Parse(string? command)
    {
        var parts = (command ?? "").Split(':');
        return (parts[0], parts.Length == 2 && int.TryParse(parts[1], out var row) ? row : -1);
    }

    private void Change(string verb, int row)
    {
        switch (verb)
        {
            case AddContact when Input.Contacts.Count < SocialEnterpriseValidator.MaxContacts:
                Input.Contacts.Add(new ContactRow());
                FocusOn = $"Input-Contacts-{Input.Contacts.Count - 1}--Name";
                break;
            case AddArea when Input.ServiceAreas.Count < SocialEnterpriseValidator.MaxServiceAreas:
                Input.ServiceAreas.Add(new AreaRow());
                FocusOn = $"omrade-{Input.ServiceAreas.Count - 1}";
                break;
            case RemoveContact when row >= 0 && row < Input.Contacts.Count:
                Input.Contacts.RemoveAt(row);
                FocusOn = AddContact;
                break;
            case RemoveArea when row >= 0 && row < Input.ServiceAreas.Count:
                Input.ServiceAreas.RemoveAt(row);
                FocusOn = AddArea;
                break;
            case FindCodes when row >= 0 && row < Input.ServiceAreas.Count:
                FocusOn = $"Input-ServiceAreas-{row}--CodeText";
                break;
        }
    }
}
