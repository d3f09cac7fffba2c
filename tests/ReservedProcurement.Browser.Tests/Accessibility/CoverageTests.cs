using System.Text.RegularExpressions;
using ReservedProcurement.Browser.Tests.Running;

namespace ReservedProcurement.Browser.Tests.Accessibility;

public sealed partial class CoverageTests
{
    private const string SomeId = "01890000-0000-7000-8000-000000000000";

    [Test]
    public void EveryPage_IsVisited()
    {
        var visited = Visits.Filled.Select(visit => Placeholder().Replace(visit.Path == "{lank}" ? "/valj-losenord" : visit.Path.Split('?')[0], SomeId)).ToList();

        var missing = Templates().Where(template => !visited.Any(path => Pattern(template).IsMatch(path)));

        Assert.That(missing, Is.Empty, $"Add these pages to {nameof(Visits)}.{nameof(Visits.Filled)}, and their forms to {nameof(Visits.Refused)}.");
    }

    [Test]
    public void EveryForm_IsVisitedWithWhatCannotBeTaken()
    {
        var refused = Visits.Refused.Select(visit => Placeholder().Replace(visit.Path == "{lank}" ? "/valj-losenord" : visit.Path.Split('?')[0], SomeId)).ToList();

        // A page with an error summary can be refused. Those here have only buttons, and are refused when somebody else was first;
        // returned forms can be read, and refused, only when the time for tenders is over: ReturnedFormPageTests.
        string[] onlyButtons =
        [
            "/asf/{id:guid}/ta-bort", "/upphandlingar", "/upphandlingar/{id:guid}", "/upphandlingar/{id:guid}/delkontrakt/{lotId:guid}/ta-bort",
            "/upphandlingar/{id:guid}/dokument", "/upphandlingar/{id:guid}/formular", "/administration/anvandare/{id:guid}", "/konto/api-nycklar", "/moten",
            "/moten/{id:guid}/utskick", "/moten/{id:guid}/uppfoljning", "/moten/{id:guid}/uppfoljning/paminn", "/moten/prenumerera", "/moten/grupper", "/moten/grupper/{id:guid}",
            "/moten/att-gora", "/moten/{id:guid}/lika-information", "/moten/{id:guid}/lika-information/publicera", "/upphandlingar/{id:guid}/dialog",
            "/moten/datumforfragningar", "/moten/datumforfragningar/{id:guid}", "/moten/datumforfragningar/{id:guid}/valj-dag", "/moten/datumforfragningar/{id:guid}/bjud-in",
            "/mallar/{authorityId:guid}/{key}/version/{number:int}", "/mallar/{authorityId:guid}/{key}/version/{number:int}/ta-bort",
        ];
        var missing = Templates(withErrorSummary: true).Except(onlyButtons).Where(template => !refused.Any(path => Pattern(template).IsMatch(path)));

        Assert.That(missing, Is.Empty, $"Add these forms to {nameof(Visits)}.{nameof(Visits.Refused)}.");
    }

    private static List<string> Templates(bool withErrorSummary = false)
    {
        var templates = Directory.EnumerateFiles(Repository.Pages, "*.cshtml", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Where(source => !withErrorSummary || source.Contains("<error-summary", StringComparison.Ordinal))
            .Select(source => Directive().Match(source))
            .Where(directive => directive.Success)
            .Select(directive => directive.Groups["template"].Value)
            .ToList();
        Assert.That(templates, Is.Not.Empty.And.None.Empty, "A page without an address of its own is reached by its file's name.");
        return templates;
    }

    /// <summary>The addresses that a template takes.</summary>
    private static Regex Pattern(string template)
    {
        var pattern = Regex.Escape(template).Replace("\\}", "}", StringComparison.Ordinal);
        pattern = OptionalParameter().Replace(pattern, "(/[^/]+)?");
        pattern = GuidParameter().Replace(pattern, "[0-9a-f-]{36}");
        pattern = NumberParameter().Replace(pattern, "[0-9]+");
        return new Regex($"^{OtherParameter().Replace(pattern, "[^/]+")}$");
    }

    [GeneratedRegex("^@page(?: \"(?<template>[^\"]*)\")?\\s*$", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex("\\{[a-zåäö]+\\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"/\\\{\w+(?::guid)?\\\?}")]
    private static partial Regex OptionalParameter();

    [GeneratedRegex(@"\\\{\w+:guid}")]
    private static partial Regex GuidParameter();

    [GeneratedRegex(@"\\\{\w+:int}")]
    private static partial Regex NumberParameter();

    [GeneratedRegex(@"\\\{\w+}")]
    private static partial Regex OtherParameter();
}
