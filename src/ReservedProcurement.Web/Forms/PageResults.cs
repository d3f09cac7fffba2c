using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Web.Forms;

/// <summary>The one place where a handler's answer becomes a page: a refusal stands in the error summary and at its fields.</summary>
public static class PageResults
{
    public const string InputPrefix = "Input";
    public const string NotificationKey = "Notification";

    /// <summary>Shows what was asked for, or the page for what is missing, forbidden or refused.</summary>
    public static IActionResult ToPage<T>(this PageModel page, Result<T> result, Func<T, IActionResult> onSuccess, string prefix = InputPrefix) =>
        result.Succeeded ? onSuccess(result.Value) : page.Refuse(result.Problem, prefix);

    /// <summary>
    /// Handles a posted form: text that could not be read is shown at once, otherwise the handler decides.
    /// On refusal the same page is shown again with what was typed; <paramref name="redisplay"/> loads what that page also shows.
    /// </summary>
    public static async Task<IActionResult> SubmitAsync<T>(
        this PageModel page,
        Func<Task<Result<T>>> handle,
        Func<T, IActionResult> onSuccess,
        Func<Task>? redisplay = null,
        string prefix = InputPrefix)
    {
        Problem? problem = null;
        if (page.ModelState.IsValid)
        {
            var result = await handle();
            if (result.Succeeded)
            {
                return onSuccess(result.Value);
            }

            problem = result.Problem;
        }

        if (redisplay is not null && problem?.Kind is not (ProblemKind.NotFound or ProblemKind.Forbidden))
        {
            await redisplay();
        }

        if (problem is not null)
        {
            return page.Refuse(problem, prefix);
        }

        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.Page();
    }

    /// <summary>A sentence of success at the top of the next page that is shown.</summary>
    public static void Notify(this PageModel page, string sentence) => page.TempData[NotificationKey] = sentence;

    /// <summary>Adds a refusal to the model state and shows the page again, or the page for what is missing or forbidden.</summary>
    public static IActionResult Refuse(this PageModel page, Problem problem, string prefix = InputPrefix)
    {
        if (problem.Kind is ProblemKind.NotFound or ProblemKind.Forbidden)
        {
            return new StatusCodeResult(problem.Kind.Status());
        }

        foreach (var field in problem.Fields)
        {
            page.ModelState.AddModelError(prefix.Length == 0 ? field.Field : $"{prefix}.{field.Field}", Texts.Sentence(field));
        }

        if (problem.Fields.Count == 0)
        {
            page.ModelState.AddModelError("", Texts.Sentence(problem));
        }

        page.Response.StatusCode = problem.Kind.Status();
        return page.Page();
    }

    public static int Status(this ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
        ProblemKind.Conflict or ProblemKind.Refused => StatusCodes.Status409Conflict,
        ProblemKind.TooMany => StatusCodes.Status429TooManyRequests,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
