using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ReservedProcurement.Web.Tests;

/// <summary>Gets pages and submits their forms the way a browser does, cookies and hidden fields included. Redirects are not followed by themselves.</summary>
public sealed class TestBrowser(HttpClient client)
{
    public HttpClient Client { get; } = client;

    public async Task<TestPage> GetAsync(string path) => await TestPage.ReadAsync(await Client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute)));

    /// <summary>Submits a form of the page with what it holds, changed by <paramref name="values"/>. A null value leaves the field out.</summary>
    public async Task<TestPage> SubmitAsync(TestPage page, Dictionary<string, string?> values, string form = "main form", params IEnumerable<ChosenFile> files)
    {
        var element = page.Document.QuerySelector<IHtmlFormElement>(form) ?? throw new InvalidOperationException($"The page has no {form}: {page.Text}");
        var fields = Fields(element).Where(field => !values.ContainsKey(field.Key))
            .Concat(values.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(value.Key, value.Value!)));
        var target = element.GetAttribute("action") is { Length: > 0 } action ? action : page.Path;
        using HttpContent content = element.GetAttribute("enctype") == "multipart/form-data" ? InParts(fields, files) : new FormUrlEncodedContent(fields);
        return await TestPage.ReadAsync(await Client.PostAsync(new Uri(target, UriKind.RelativeOrAbsolute), content));
    }

    private static MultipartFormDataContent InParts(IEnumerable<KeyValuePair<string, string>> fields, IEnumerable<ChosenFile> files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var file in files)
        {
            content.Add(new ByteArrayContent(file.Content), file.Field, file.Name);
        }

        return content;
    }

    /// <summary>Goes where the last answer led.</summary>
    public Task<TestPage> FollowAsync(TestPage page) =>
        GetAsync(page.Response.Headers.Location?.OriginalString ?? throw new InvalidOperationException($"Status {page.Status} leads nowhere: {page.Text}"));

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" }:
                    break;
                case IHtmlInputElement { Name: { Length: > 0 } name } input:
                    yield return KeyValuePair.Create(name, input.Value ?? "");
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select:
                    yield return KeyValuePair.Create(name, select.Value ?? "");
                    break;
            }
        }
    }
}

/// <summary>A file that is sent with a form.</summary>
public sealed record ChosenFile(string Field, string Name, byte[] Content);

public sealed record TestPage(HttpResponseMessage Response, IDocument Document)
{
    public int Status => (int)Response.StatusCode;

    public string Path => Response.RequestMessage!.RequestUri!.PathAndQuery;

    public string? Heading => Document.QuerySelector("h1")?.TextContent.Trim();

    /// <summary>What a reader sees in the main part, spaces evened out.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main") ?? Document.DocumentElement).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The lines of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".error-summary li").Select(item => item.TextContent.Trim())];

    public string? Notification => Document.QuerySelector(".notification")?.TextContent.Trim();

    public static async Task<TestPage> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return new TestPage(response, await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html)));
    }
}
