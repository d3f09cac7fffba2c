using System.Globalization;
using System.Text;
using ReservedProcurement.WordTemplates.Markup;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Reading;

/// <summary>Reads the form fields that Word had before content controls. Their names cannot hold a colon, so they begin with <c>svar_</c>.</summary>
internal sealed class LegacyFields
{
    private readonly Stack<Field> _open = new();

    public bool IsInside => _open.Count > 0;

    public static bool IsTicked(Element box) =>
        (box.Child("checked") ?? box.Child("default")) is { } state && AnswerControls.IsOn(state.Attribute("val"));

    /// <returns>The answer, when the element ends a field that is one.</returns>
    public FormAnswer? Read(Element element)
    {
        switch (element.IsWord("fldChar") ? element.Attribute("fldCharType") : null)
        {
            case "begin":
                _open.Push(new Field(element.Child("ffData"), element.Nearest("p")?.ParagraphNumber));
                return null;
            case "separate" when _open.TryPeek(out var field):
                field.Text ??= new StringBuilder();
                return null;
            case "end" when _open.TryPop(out var field):
                return AnswerOf(field);
        }

        if (_open.Count > 0 && AnswerText.CharactersOf(element) is { } characters)
        {
            _open.Peek().Text?.Append(characters);
        }

        return null;
    }

    private static FormAnswer? AnswerOf(Field field)
    {
        if (field.Data is not { } data)
        {
            return null;
        }

        var written = data.ChildValue("name") ?? "";
        if ((written.Length == 0 ? "" : AnswerTag.NameOf(written)) is not { } name)
        {
            return null;
        }

        var answer = new FormAnswer
        {
            Name = name,
            Kind = FormAnswerKind.Text,
            Text = field.Text?.ToString().Trim() ?? "",
            Title = data.ChildValue("statusText"),
            Paragraph = field.Paragraph,
        };
        if (data.Child("checkBox") is { } box)
        {
            return answer with { Kind = FormAnswerKind.Checkbox, Text = "", IsChecked = IsTicked(box) };
        }

        if (data.Child("ddList") is { } list)
        {
            var choices = list.Elements.Where(choice => choice.IsWord("listEntry")).ToList();
            var number = list.ChildValue("result") ?? list.ChildValue("default");
            var chosen = int.TryParse(number ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < choices.Count
                ? choices[index].Attribute("val")?.Trim() ?? ""
                : "";
            return answer with { Kind = FormAnswerKind.Choice, Text = chosen, Value = chosen.Length == 0 ? null : chosen };
        }

        return answer;
    }

    private sealed class Field(Element? data, int? paragraph)
    {
        public Element? Data { get; } = data;

        public int? Paragraph { get; } = paragraph;

        public StringBuilder? Text { get; set; }
    }
}
