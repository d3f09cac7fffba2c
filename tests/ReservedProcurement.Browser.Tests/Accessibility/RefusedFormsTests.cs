using Microsoft.Playwright;

namespace ReservedProcurement.Browser.Tests.Accessibility;

public sealed class RefusedFormsTests : DemoPagesTests
{
    [TestCaseSource(typeof(Visits), nameof(Visits.Refused))]
    public async Task Form_WithWhatCannotBeTaken_SaysWhyAccessibly(Visit visit)
    {
        var page = await OpenAsync(visit, Places.Of(visit.Path));
        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        Assert.That(await page.TitleAsync(), Does.StartWith("Fel: "));
        await AssertAccessibleAsync(visit, page);
    }

    [Test]
    public async Task ErrorSummary_FollowingItsLink_LeadsToTheField()
    {
        var page = await OpenAsync(new Visit("/upphandlingar/ny") { Button = "Påbörja upphandlingen" }, "/upphandlingar/ny");
        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Diarienummer")).ToBeFocusedAsync();
    }
}
