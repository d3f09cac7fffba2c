using CsCheck;
using Microsoft.Data.Sqlite;
using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Tests.Language;

public sealed class SwedishTextTests
{
    [TestCase("Östersund", "}stersund")]
    [TestCase("ÅÄÖ åäö", "{|} {|}")]
    [TestCase("A\u030A a\u0308 O\u0308", "{ | }")]
    [TestCase("Café Müller", "cafe myller")]
    [TestCase("Cafe\u0301 Mu\u0308ller", "cafe myller")]
    [TestCase("Ærø", "|r}")]
    [TestCase("Straße", "strasse")]
    [TestCase("Łódź", "lodz")]
    [TestCase("  två\u00A0  ord\t", "tv{ ord")]
    [TestCase("A\u2013B", "a-b")]
    [TestCase("mjukt\u00ADstreck", "mjuktstreck")]
    [TestCase("a{b|c}d", "a b c d")]
    [TestCase("", "")]
    [TestCase(null, "")]
    public void Key_Text_IsFolded(string? text, string key) => Assert.That(SwedishText.Key(text), Is.EqualTo(key));

    [Test]
    public void Comparer_Names_SortInSwedishOrder()
    {
        string[] names = ["Övik", "Zonen", "Ärla", "Åkern", "andra", "Édith", "Eva", "Edit"];

        Assert.That(names.Order(SwedishText.Comparer), Is.EqualTo("andra Edit Édith Eva Zonen Åkern Ärla Övik".Split(' ')));
    }

    [Test]
    public void Key_LettersOfSwedish_AgreeWithTheLanguagesOwnOrder()
    {
        const string Alphabet = "abcdefghijklmnopqrstuvwxyzåäö";

        Assert.That(Alphabet.Select(letter => SwedishText.Key(letter.ToString())), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal).And.Unique);
    }

    [Test]
    public void Key_AnyText_HasNoCapitalsNorOuterBlanksAndIgnoresCase() =>
        Gen.String[Gen.Char["aAbBåÅäÄöÖéÉ \t-%_[!\u030A\u0308ßœx9"], 0, 20].Sample(text =>
        {
            var key = SwedishText.Key(text);
            return key == SwedishText.Key(text.ToUpperInvariant())
                && key == key.Trim() && !key.Contains("  ", StringComparison.Ordinal) && !key.Any(char.IsUpper);
        });

    [Test]
    public void Patterns_OnTheDatabase_FindExactlyWhatContainsTheText()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Gen.Select(Gen.String[Gen.Char["aÅö%_[!]x "], 0, 8], Gen.String[Gen.Char["aÅö%_[!]x"], 1, 2]).Sample(
            (text, sought) =>
            {
                var key = SwedishText.Key(text);
                var soughtKey = SwedishText.Key(sought);
                return Like(key, SwedishText.ContainsPattern(sought)) == key.Contains(soughtKey, StringComparison.Ordinal)
                    && Like(key, SwedishText.StartsWithPattern(sought)) == key.StartsWith(soughtKey, StringComparison.Ordinal);
            },
            threads: 1);

        bool Like(string key, string pattern)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "select @key like @pattern escape '!'";
            command.Parameters.AddWithValue("@key", key);
            command.Parameters.AddWithValue("@pattern", pattern);
            return (long)command.ExecuteScalar()! == 1;
        }
    }

    [TestCase("100 %", "%100 !%%")]
    [TestCase("a_b", "%a!_b%")]
    [TestCase("[x]!", "%![x]!!%")]
    [TestCase("Öl", "%}l%")]
    [TestCase("", "%%")]
    public void ContainsPattern_Wildcards_AreEscaped(string text, string pattern) => Assert.That(SwedishText.ContainsPattern(text), Is.EqualTo(pattern));
}
