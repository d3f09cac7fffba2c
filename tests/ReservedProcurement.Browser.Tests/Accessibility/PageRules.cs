using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ReservedProcurement.Browser.Tests.Accessibility;

/// <summary>What must hold for every page, in every state and at every width.</summary>
internal static class PageRules
{
    private static readonly AxeRunOptions AllRules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    private const string WiderThanScreen = """
        () => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            return [...document.querySelectorAll('body *')]
                .filter(element => element.getBoundingClientRect().right > width + 1)
                .map(element => element.tagName.toLowerCase() + '.' + element.className)
                .slice(0, 5);
        }
        """;

    /// <summary>Every breach on the page as it is shown now; none when all is well.</summary>
    public static async Task<IReadOnlyList<string>> BreachesAsync(IPage page)
    {
        List<string> breaches = [];
        var headings = await page.Locator("h1").CountAsync();
        if (headings != 1)
        {
            breaches.Add($"The page has {headings} h1.");
        }

        if (await page.TitleAsync() is var title && (!title.EndsWith(" – Reserverad upphandling", StringComparison.Ordinal) || title.StartsWith(" –", StringComparison.Ordinal)))
        {
            breaches.Add($"The title is '{title}'.");
        }

        if (await page.EvaluateAsync<string>("() => document.documentElement.lang") != "sv")
        {
            breaches.Add("The page does not say that it is in Swedish.");
        }

        foreach (var element in await page.EvaluateAsync<string[]>(WiderThanScreen))
        {
            breaches.Add($"The page scrolls sideways at {page.ViewportSize?.Width} px because of {element}.");
        }

        var axe = await page.RunAxe(AllRules);
        breaches.AddRange(axe.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id} ({rule.Impact}): {rule.Help}: {node.Html}")));
        return breaches;
    }
}
