using Microsoft.Playwright;

namespace ReservedProcurement.Browser.Tests;

/// <summary>The system's own Chromium, started once for the run.</summary>
[SetUpFixture]
public sealed class Chromium
{
    public const string Variable = "CHROMIUM";

    private const string Missing = $"Chromium is missing: install it (tests/run does) or set {Variable} to its path.";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Arguments =
        ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"];

    private static IPlaywright? _playwright;
    private static IBrowser? _browser;

    internal static IBrowser Browser => _browser ?? throw new InvalidOperationException("Chromium is not started.");

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var path = Find();
        Assert.That(path, Is.Not.Null, Missing);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = Environment.UserName == "root" ? [.. Arguments, "--no-sandbox"] : Arguments,
        });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen
        ? File.Exists(chosen) ? chosen : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
