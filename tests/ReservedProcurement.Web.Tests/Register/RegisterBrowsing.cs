using AngleSharp.Html.Dom;

namespace ReservedProcurement.Web.Tests.Register;

internal static class RegisterBrowsing
{
    /// <summary>Presses one of the form's buttons that change its rows.</summary>
    public static Task<TestPage> PressAsync(this TestBrowser browser, TestPage page, string command, Dictionary<string, string?>? values = null)
    {
        var button = page.Document.QuerySelector($"button[name=command][value='{command}']") ?? throw new InvalidOperationException($"The page has no button {command}: {page.Text}");
        page.Document.QuerySelector("main form")!.SetAttribute("action", button.GetAttribute("formaction"));
        return browser.SubmitAsync(page, new(values ?? []) { ["command"] = command });
    }

    public static Task<TestPage> SaveAsync(this TestBrowser browser, TestPage page, Dictionary<string, string?>? values = null)
    {
        var path = page.Path.Split('?')[0];
        page.Document.QuerySelector("main form")!.SetAttribute("action", path);
        return browser.SubmitAsync(page, values ?? []);
    }

    public static void Tick(this TestPage page, string value) =>
        page.Document.QuerySelectorAll("main form input[type=checkbox]").OfType<IHtmlInputElement>().Single(box => box.Value == value).IsChecked = true;

    public static string? Field(this TestPage page, string name) => page.Document.QuerySelector($"[name='{name}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };
}
