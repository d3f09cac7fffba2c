using System.Reflection;
using ReservedProcurement.Core.Language;
using ReservedProcurement.Core.Problems;

namespace ReservedProcurement.Core.Tests.Language;

public sealed class TextsTests
{
    private static IEnumerable<string> ProblemCodes() => typeof(Problem).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Problems", StringComparison.Ordinal) || type.Name.EndsWith("Sentences", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
        .Where(field => field.IsLiteral && field.FieldType == typeof(string))
        .Select(field => (string)field.GetRawConstantValue()!);

    [TestCaseSource(nameof(ProblemCodes))]
    public void Problem_EveryCode_HasASwedishSentence(string code) =>
        Assert.That(Texts.Problems, Contains.Key(code));

    [Test]
    public void Problem_EverySentence_BelongsToACodeInUse()
    {
        var known = ProblemCodes().ToHashSet();

        // The general field sentences are chosen by the validation library's own codes.
        Assert.That(Texts.Problems.Keys.Where(code => !code.StartsWith("field.", StringComparison.Ordinal)), Is.SubsetOf(known));
    }

    [Test]
    public void Problem_EverySentence_EndsAsASentenceAndHasNoPlaceholderGap()
    {
        foreach (var (code, sentence) in Texts.Problems)
        {
            Assert.That(sentence.TrimEnd()[^1], Is.AnyOf('.', '?', '}'), code);
            var highest = Enumerable.Range(0, 9).LastOrDefault(index => sentence.Contains($"{{{index}}}", StringComparison.Ordinal), -1);
            Assert.That(Enumerable.Range(0, highest + 1).All(index => sentence.Contains($"{{{index}}}", StringComparison.Ordinal)) || highest < 0, Is.True, $"{code} skips a placeholder");
        }
    }

    [Test]
    public void Enum_EveryNamedEnum_HasNamesForAllItsValues()
    {
        var named = Texts.Enums.Keys.Select(key => key.Split('.')[0]).ToHashSet();
        var missing = typeof(Problem).Assembly.GetTypes()
            .Where(type => type.IsEnum && named.Contains(type.Name))
            .SelectMany(type => Enum.GetNames(type).Select(value => $"{type.Name}.{value}"))
            .Where(key => !Texts.Enums.ContainsKey(key));

        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void OutboxKind_EveryKind_HasAName()
    {
        var kinds = typeof(Problem).Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(ReservedProcurement.Core.Outbox.IOutboxMessage)))
            .Select(type => (string)type.GetProperty("Kind", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!)
            .ToList();

        Assert.That(kinds, Is.Not.Empty);
        Assert.That(kinds.Where(kind => !Texts.Enums.ContainsKey($"OutboxKind.{kind}")), Is.Empty);
    }

    [Test]
    public void Field_PathWithRow_NamesTheRow()
    {
        var sentence = Texts.Sentence(new FieldProblem("Contacts[1].Email", "field.email"));

        Assert.That(sentence, Does.StartWith("E-postadress (rad 2) är inte en giltig e-postadress."));
    }
}
