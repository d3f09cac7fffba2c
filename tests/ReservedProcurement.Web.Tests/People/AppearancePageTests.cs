using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ReservedProcurement.Core.Authorities;
using ReservedProcurement.TestKit;

namespace ReservedProcurement.Web.Tests.People;

public sealed class AppearancePageTests
{
    [Test]
    public async Task Appearance_LogoAndColour_AreShownAfterwardsAndInTheHistory()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        var browser = await web.SignInAsync(Role.Administrator, authority.Id);
        var path = $"/administration/myndigheter/{authority.Id}/utseende";
        var logo = Pictures.Png(300, 100);

        var answer = await browser.SubmitAsync(
            await browser.GetAsync(path),
            new() { ["Input.Colour"] = "0b6b2e", ["Input.LogoText"] = "Exempelstads vapen" },
            files: new ChosenFile("Input.Logo", "vapen.png", logo));

        Assert.That(answer.Status, Is.EqualTo(302), answer.Text);
        var page = await browser.FollowAsync(answer);
        var picture = page.Document.QuerySelector(".logo-sample img")!;
        Assert.That(picture.GetAttribute("alt"), Is.EqualTo("Exempelstads vapen"));
        using var shown = await browser.Client.GetAsync(new Uri(picture.GetAttribute("src")!, UriKind.Relative));
        Assert.That(await shown.Content.ReadAsByteArrayAsync(), Is.EqualTo(logo));
        Assert.That(page.Document.QuerySelector("#Input-Colour")!.GetAttribute("value"), Is.EqualTo("#0B6B2E"));
        Assert.That(page.Document.QuerySelector(".document-sample")!.InnerHtml, Does.Contain("#0B6B2E"));
        Assert.That((await browser.GetAsync($"/administration/myndigheter/{authority.Id}/historik")).Text, Does.Contain("Utseendet på dokument ändrades").And.Contain("300 × 100 bildpunkter"));
    }

    [Test]
    public async Task Appearance_WhatCannotServe_IsRefusedWithADarkerColourProposed()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        var browser = await web.SignInAsync(Role.Administrator, authority.Id);

        var answer = await browser.SubmitAsync(
            await browser.GetAsync($"/administration/myndigheter/{authority.Id}/utseende"),
            new() { ["Input.Colour"] = "#FFD700" },
            files: new ChosenFile("Input.Logo", "logotyp.png", "inte en bild"u8.ToArray()));

        Assert.That(answer.Status, Is.EqualTo(422));
        Assert.That(answer.Errors, Has.Some.Match(@"^Huvudfärg: #FFD700 är för ljus för att läsas som text\. Prova #[0-9A-F]{6}, samma ton men mörkare\.$"));
        Assert.That(answer.Errors, Has.Some.EqualTo("Logotypen är inte en bild av typen PNG eller JPEG. Spara bilden på nytt som PNG."));
        Assert.That(answer.Document.QuerySelector("#Input-Colour")!.GetAttribute("value"), Is.EqualTo("#FFD700"));
    }

    [Test]
    public async Task Appearance_ForAReaderOfTheAdministration_HasNoFormForOthers()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        var other = await web.Installation.AddAuthorityAsync("Låtsasköping");
        var browser = await web.SignInAsync(Role.Administrator, authority.Id);

        Assert.That((await browser.GetAsync($"/administration/myndigheter/{other.Id}/utseende")).Status, Is.EqualTo(404));
        Assert.That((await browser.GetAsync($"/administration/myndigheter/{other.Id}/utseende?handler=Logo")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Api_ChangesAndShowsTheAppearance()
    {
        await using var web = await TestWeb.CreateAsync();
        var authority = await web.Installation.AddAuthorityAsync();
        using var api = await web.ApiAsync(Role.Administrator, authority.Id);
        var address = $"/api/v1/authorities/{authority.Id}";
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{address}/appearance") { Content = JsonContent.Create(new { colour = "#0B6B2E", logo = Pictures.Png(300, 100) }) };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");

        using var changed = await api.SendAsync(request);

        Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), await changed.Content.ReadAsStringAsync());
        var appearance = JsonNode.Parse(await api.GetStringAsync(new Uri($"{address}/appearance", UriKind.Relative)))!;
        Assert.That(((string?)appearance["colour"], (string?)appearance["logo"]!["text"]), Is.EqualTo(("#0B6B2E", "Logotyp: Exempelstads kommun")));
        using var logo = await api.GetAsync(new Uri($"{address}/logo", UriKind.Relative));
        Assert.That(logo.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/png"));
    }
}
