using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Io;

namespace ReservedProcurement.Web.Tests;

/// <summary>Gets pages and submits their forms the way a browser does, cookies and hidden fields included. Redirects are not followed by themselves.</summary>
public sealed class TestBrowser(HttpClient client)
{
    public HttpClient Client { get; } = client;

    public async Task<TestPage> GetAsync(string path) => await TestPage.ReadAsync(await Client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute)));

    /// <summary>Submits a form of the page with what it holds, changed by <paramref name="values"/>. A null value leaves the field out.</summary>
    /// <param name="page">Where the form stands.</param>
    /// <param name="values">What to fill in.</param>
    /// <param name="form">Which form.</param>
    /// <param name="file">The file to choose. A form that is not sent in parts sends its name alone, as a browser does.</param>
    public async Task<TestPage> SubmitAsync(TestPage page, Dictionary<string, string?> values, string form = "main form", (string Field, string Name, byte[] Content)? file = null)
    {
        var element = page.Document.QuerySelector<IHtmlFormElement>(form) ?? throw new InvalidOperationException($"The page has no {form}: {page.Text}");
        var fields = Fields(element).Where(field => !values.ContainsKey(field.Key))
            .Concat(values.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(value.Key, value.Value!)));
        var target = element.GetAttribute("action") is { Length: > 0 } action ? action : page.Path;
        using HttpContent content = element.Enctype == MimeTypeNames.MultipartForm ? InParts(fields, file) : new FormUrlEncodedContent(fields);
        return await TestPage.ReadAsync(await Client.PostAsync(new Uri(target, UriKind.RelativeOrAbsolute), content));
    }

    private static MultipartFormDataContent InParts(IEnumerable<KeyValuePair<string, string>> fields, (string Field, string Name, byte[] Content)? file)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Where(field => field.Key != file?.Field))
        {
            content.Add(new StringContent(value), name);
        }

        if (file is { } chosen)
        {
            content.Add(new ByteArrayContent(chosen.Content), chosen.Field, chosen.Name);
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
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                    break;
                case IHtmlInputElement { Type: "file" }:
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
