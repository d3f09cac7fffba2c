using Microsoft.Playwright;
using ReservedProcurement.Browser.Tests.Running;

namespace ReservedProcurement.Browser.Tests.Accessibility;

public sealed class FilledPagesTests : AccessibilityTests
{
    private Places _places = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Program = await WebProgram.StartAsync("--demo");
        _places = await Places.FindAsync(Program, await VisitorAsync("Administratör"));
    }

    [TestCaseSource(typeof(Visits), nameof(Visits.Filled))]
    public async Task Page_WithData_IsAccessible(Visit visit) => await AssertAccessibleAsync(visit, await OpenAsync(visit, _places.Of(visit.Path)));

    [TestCaseSource(typeof(Visits), nameof(Visits.Refused))]
    public async Task Form_WithWhatCannotBeTaken_SaysWhyAccessibly(Visit visit)
    {
        var page = await OpenAsync(visit, _places.Of(visit.Path));
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

    private protected override (string Email, string Password) Account(string role) => Program.DemoAccount(role);
}
