using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Meetings.FollowUp.Surveys;
using ReservedProcurement.Web.Forms;
using ReservedProcurement.Web.Security;

namespace ReservedProcurement.Web.Pages.Meetings.FollowUp;

/// <summary>What those who came thought, without who thought what.</summary>
public sealed class SurveyModel(GetSurveyHandler get) : PageModel
{
    public SurveyResult Survey { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => this.ToPage(
        await get.HandleAsync(HttpContext.Actor(), id, cancellationToken),
        survey =>
        {
            Survey = survey;
            return Page();
        });

    public async Task<IActionResult> OnGetExcelAsync(Guid id, CancellationToken cancellationToken) => this.ToPage(
        await get.ExportAsync(HttpContext.Actor(), id, cancellationToken),
        file => File(file.Content, file.ContentType, file.FileName));
}

/// <summary>The five marks as people read them.</summary>
public static class SurveyText
{
    public static string Name(int mark) => mark switch
    {
        1 => "1, inte alls",
        2 => "2",
        3 => "3, ganska",
        4 => "4",
        _ => "5, mycket",
    };

    public static IReadOnlyList<Choice> Marks { get; } = [.. Enumerable.Range(1, SurveyRules.Highest).Select(mark => new Choice($"{mark}", Name(mark)))];
}
