using Microsoft.Playwright;
using ReservedProcurement.Browser.Tests.Running;

namespace ReservedProcurement.Browser.Tests.Accessibility;

/// <summary>Every page in the states it can be met in, on a wide screen and on a telephone.</summary>
public abstract class AccessibilityTests
{
    public const string PicturesVariable = "RP_SCREENSHOTS";

    private const int WideScreen = 1280;
    private const int Telephone = 390;
    private const int Height = 900;

    private readonly Dictionary<string, Visitor> _visitors = [];

    private protected WebProgram Program { get; set; } = null!;

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        foreach (var visitor in _visitors.Values)
        {
            await visitor.DisposeAsync();
        }

        if (Program is not null)
        {
            await Program.DisposeAsync();
        }
    }

    private protected async Task<Visitor> VisitorAsync(string? role)
    {
        if (!_visitors.TryGetValue(role ?? "", out var visitor))
        {
            visitor = await Visitor.ComeToAsync(Program);
            _visitors[role ?? ""] = visitor;
            if (role is not null)
            {
                var (email, password) = Account(role);
                await visitor.SignInAsync(email, password);
            }
        }

        return visitor;
    }

    private protected abstract (string Email, string Password) Account(string role);

    private protected async Task<IPage> OpenAsync(Visit visit, string path)
    {
        var visitor = await VisitorAsync(visit.Role);
        await visitor.Page.SetViewportSizeAsync(WideScreen, Height);
        await visitor.GoAsync(path);
        foreach (var (label, text) in visit.Typed)
        {
            await visitor.FillAsync(label, text);
        }

        if (visit.File is { } file)
        {
            await visitor.AttachAsync(file.Label, file.Name, file.Content);
        }

        if (visit.Button is not null)
        {
            await visitor.PressAsync(visit.Button);
        }

        return visitor.Page;
    }

    private protected static async Task AssertAccessibleAsync(Visit visit, IPage page)
    {
        List<string> breaches = [];
        foreach (var width in new[] { WideScreen, Telephone })
        {
            await page.SetViewportSizeAsync(width, Height);
            breaches.AddRange((await PageRules.BreachesAsync(page)).Select(breach => $"{width} px: {breach}"));
            if (Environment.GetEnvironmentVariable(PicturesVariable) is { Length: > 0 } folder)
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{visit.FileName}-{width}.png"), FullPage = true });
            }
        }

        Assert.That(breaches, Is.Empty, visit.Name);
    }
}
