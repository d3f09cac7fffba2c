using Microsoft.Playwright;

namespace ReservedProcurement.Browser.Tests.Running;

/// <summary>Somebody at a screen: sees labels, buttons and links, and nothing behind them.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private const float LongestWait = 15_000;

    private readonly IBrowserContext _context;

    private Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    public static async Task<Visitor> ComeToAsync(WebProgram program, bool withJavaScript = true, int width = 1280)
    {
        var context = await Chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = program.Address.ToString(),
            JavaScriptEnabled = withJavaScript,
            Locale = "sv-SE",
            TimezoneId = "Europe/Stockholm",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(LongestWait);
        return new Visitor(context, await context.NewPageAsync());
    }

    public async Task SignInAsync(string email, string password)
    {
        await GoAsync("/logga-in");
        await FillAsync("E-postadress", email);
        await FillAsync("Lösenord", password);
        await PressAsync("Logga in");
        await SeesAsync("Översikt");
    }

    public Task<IResponse?> GoAsync(string path) => Page.GotoAsync(path);

    public Task FillAsync(string label, string text) => Field(label).FillAsync(text);

    public Task ChooseAsync(string label, string option) => Field(label).SelectOptionAsync(new SelectOptionValue { Label = option });

    public Task AttachAsync(string label, string name, byte[] content) =>
        Field(label).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });

    public Task TickAsync(string label) => Page.GetByLabel(label, new() { Exact = true }).CheckAsync();

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    public Task FollowMenuAsync(string link) => Page.GetByRole(AriaRole.Navigation, new() { Name = "Huvudmeny" }).GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    /// <summary>Waits for the page with this heading.</summary>
    public Task SeesAsync(string heading) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);

    /// <summary>Waits until the page's own part says this.</summary>
    public Task ReadsAsync(string text) => Assertions.Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync(text);

    public async Task<byte[]> DownloadAsync(ILocator link)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var file = new MemoryStream();
        await stream.CopyToAsync(file);
        return file.ToArray();
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    /// <summary>The first field with the label, with or without "(frivilligt)" after it.</summary>
    private ILocator Field(string label)
    {
        var exact = new PageGetByLabelOptions { Exact = true };
        return Page.GetByLabel(label, exact).Or(Page.GetByLabel($"{label} (frivilligt)", exact)).First;
    }
}
