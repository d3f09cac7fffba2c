using Microsoft.Playwright;

namespace ReservedProcurement.Browser.Tests.Accessibility;

public sealed class FilledPagesTests : DemoPagesTests
{
    [TestCaseSource(typeof(Visits), nameof(Visits.Filled))]
    public async Task Page_WithData_IsAccessible(Visit visit) => await AssertAccessibleAsync(visit, await OpenAsync(visit, Places.Of(visit.Path)));

    [Test]
    public async Task SkipLink_FirstTabThenEnter_LeadsToTheContent()
    {
        var page = await OpenAsync(new Visit("/asf"), "/asf");
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Till innehållet" });
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(link).ToBeFocusedAsync();
        await Assertions.Expect(link).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }
}
