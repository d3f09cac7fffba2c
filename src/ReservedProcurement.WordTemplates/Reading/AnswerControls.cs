using System.Text;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Reading;

/// <summary>A control as found: its answer, without a name when the control has no tag, and the running text before it.</summary>
internal sealed record FoundAnswer(FormAnswer Answer, string Label);

/// <summary>Walks a part in the order of its text and reads each control that is an answer's, or has no tag and may have been.</summary>
internal sealed class AnswerControls(string part, IReadOnlyDictionary<string, string> glossary, List<FoundAnswer> found)
{
    private const int LabelLength = 24;
    private const int MostAnswers = 50_000;
    private const string Unticked = "☐";
    private static readonly string[] Ticked = ["☒", "☑", "✓", "✔", "✗", "✘"];

    private readonly LegacyFields _legacy = new();
    private readonly StringBuilder _running = new();

    /// <summary>The control's name as an answer, empty when it has no tag, or null when it is another's.</summary>
    private static string? NameOf(Element control)
    {
        var tag = control.Child("sdtPr")?.ChildValue("tag");
        return AnswerTag.NameOf(tag) ?? (string.IsNullOrEmpty(tag) && control.Child("sdtPr") is { } properties && properties.Child("docPartObj") is null
            && !properties.Elements.Any(property => property.Name == "repeatingSectionItem") ? "" : null);
    }

    public static bool ShowsPrompt(Element control) =>
        control.Child("sdtPr")?.Child("showingPlcHdr") is { } shows && IsOn(shows.Attribute("val"))
        && !control.Child("sdtPr")!.Elements.Any(property => property.Name == "checkbox");

    public static bool IsOn(string? value) => value is not ("0" or "false" or "off");

    public void Visit(Element root) => Visit(root, new Item("", ""), isAnswer: false);

    private void Visit(Element parent, Item item, bool isAnswer)
    {
        foreach (var element in AnswerText.Seen(parent))
        {
            if (element.IsWord("sdt") && NameOf(element) is { } name && element.Child("sdtContent") is { } content)
            {
                VisitControl(element, content, name, item);
            }
            else if (!AnswerText.IsHidden(element))
            {
                if (_legacy.Read(element) is { } legacy)
                {
                    Add(legacy with { Part = part }, item);
                }
                else if (!isAnswer && !_legacy.IsInside && AnswerText.CharactersOf(element) is { } characters)
                {
                    _running.Append(characters);
                }

                Visit(element, item, isAnswer);
            }
        }
    }

    private void VisitControl(Element control, Element content, string name, Item item)
    {
        var properties = control.Child("sdtPr")!;
        if (!properties.Elements.Any(property => property.Name == "repeatingSection"))
        {
            Add(Read(control, properties, content, name), item);
            Visit(content, item, isAnswer: name.Length > 0 || !content.DescendantElements().Any(inner => inner.IsWord("sdt")));
            return;
        }

        var number = 0;
        foreach (var child in content.Elements)
        {
            var isItem = child.Child("sdtPr")?.Elements.Any(property => property.Name == "repeatingSectionItem") == true;
            Visit(isItem ? child.Child("sdtContent") ?? child : child, isItem && name.Length > 0 ? item.Within(name, ++number) : item, isAnswer: false);
        }
    }

    private FormAnswer Read(Element control, Element properties, Element content, string name)
    {
        var shown = AnswerText.Of(content);
        var isBox = properties.Elements.FirstOrDefault(property => property.Name == "checkbox") is not null || shown == Unticked || Ticked.Contains(shown);
        var text = !isBox && IsPrompt(control, properties, shown) ? "" : shown;
        var answer = new FormAnswer
        {
            Name = name,
            Kind = FormAnswerKind.Text,
            Text = text,
            Prompt = text.Length == 0 ? shown : "",
            Title = properties.ChildValue("alias"),
            Part = part,
            Paragraph = (control.Nearest("p") ?? content.DescendantElements().FirstOrDefault(element => element.IsWord("p")))?.ParagraphNumber,
        };
        if (isBox)
        {
            return answer with { Kind = FormAnswerKind.Checkbox, IsChecked = IsTicked(properties, shown) };
        }

        if (content.DescendantElements().FirstOrDefault(element => element.IsWord("checkBox")) is { } legacy)
        {
            return answer with { Kind = FormAnswerKind.Checkbox, Text = "", IsChecked = LegacyFields.IsTicked(legacy) };
        }

        if (properties.Child("date") is { } date)
        {
            return answer with { Kind = FormAnswerKind.Date, Date = text.Length == 0 ? null : AnswerDate.Read(text, date.Attribute("fullDate")) };
        }

        return (properties.Child("dropDownList") ?? properties.Child("comboBox")) is { } choices ? ReadChoice(answer, choices) : answer;
    }

    private bool IsPrompt(Element control, Element properties, string shown) =>
        ShowsPrompt(control)
        || (properties.Child("placeholder")?.ChildValue("docPart") is { } block && glossary.TryGetValue(block, out var kept) && kept == shown);

    private static bool IsTicked(Element properties, string shown)
    {
        var state = properties.Elements.FirstOrDefault(property => property.Name == "checkbox")?.Elements.FirstOrDefault(child => child.Name == "checked");
        return state is null ? Ticked.Contains(shown) : IsOn(state.Attribute("val"));
    }

    /// <summary>The choice is told by what is shown; a choice without a value is the list's prompt.</summary>
    private static FormAnswer ReadChoice(FormAnswer answer, Element choices)
    {
        var chosen = choices.Elements.FirstOrDefault(choice => choice.IsWord("listItem") && (choice.Attribute("displayText") ?? choice.Attribute("value") ?? "").Trim() == answer.Text);
        var value = chosen?.Attribute("value");
        return answer with { Kind = FormAnswerKind.Choice, Text = value is { Length: 0 } ? "" : answer.Text, Value = value is { Length: 0 } ? null : value };
    }

    private void Add(FormAnswer answer, Item item)
    {
        if (found.Count == MostAnswers)
        {
            throw new WordTemplateException(TemplateFaultCode.TooLarge, part);
        }

        found.Add(new FoundAnswer(answer.Name.Length == 0 ? answer : answer with { Name = item.NameOf(answer.Name) }, Label()));
    }

    /// <summary>The last letters of the text before, which tell where a control stands.</summary>
    private string Label()
    {
        var letters = new char[LabelLength];
        var count = 0;
        for (var at = _running.Length - 1; at >= 0 && count < LabelLength; at--)
        {
            if (char.IsLetterOrDigit(_running[at]))
            {
                letters[LabelLength - ++count] = _running[at];
            }
        }

        var label = new string(letters, LabelLength - count, count);
        _running.Clear().Append(label);
        return label;
    }

    /// <summary>An item of one of Word's own repeating sections: all its copies carry the same tags, so their names are told by where they stand.</summary>
    private sealed record Item(string Written, string Path)
    {
        public string NameOf(string name) => Path + (name.StartsWith(Written, StringComparison.OrdinalIgnoreCase) ? name[Written.Length..] : name);

        public Item Within(string section, int number) => new(section[..(section.LastIndexOf('.') + 1)], $"{NameOf(section)}.{number}.");
    }
}
