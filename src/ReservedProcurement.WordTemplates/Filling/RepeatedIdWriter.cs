using System.Globalization;
using ReservedProcurement.WordTemplates.Deflating;
using ReservedProcurement.WordTemplates.Syntax;

namespace ReservedProcurement.WordTemplates.Filling;

/// <summary>Gives the ids, names and lists of a part that are made anew each time a section is repeated.</summary>
internal sealed class RepeatedIdWriter(PartProgram program, TemplateDeflater output, ListLedger lists)
{
    private const int LongestName = 39;

    private const int LineAndDigits = 11;

    private readonly (int Round, int Number)[] _lists = new (int, int)[program.Slots];
    private readonly int[] _ids = new int[program.Slots];
    private readonly bool[] _taken = new bool[program.Slots];
    private int _nextId = program.FirstFreeId;

    /// <summary>The first use of a slot keeps the template's own id, told by 0.</summary>
    public void Take(int first, int count)
    {
        for (var slot = first; slot < first + count; slot++)
        {
            _ids[slot] = _taken[slot] ? _nextId++ : 0;
            _taken[slot] = true;
        }
    }

    public string Of(int slot, string original) => _ids[slot] == 0 ? original : _ids[slot].ToString(CultureInfo.InvariantCulture);

    public void Write(int slot, string original)
    {
        if (_ids[slot] == 0)
        {
            output.Write(original);
        }
        else
        {
            output.WriteNumber(_ids[slot]);
        }
    }

    public void WriteName(int slot, string original) => WriteName(slot, original, LongestName);

    public void WriteFormFieldName(int slot, string original) => WriteName(slot, original, AnswerTag.LongestLegacy);

    private void WriteName(int slot, string original, int longest)
    {
        if (_ids[slot] == 0)
        {
            ValueText.Write(output, original, " "u8, " "u8);
            return;
        }

        var longestStem = longest - LineAndDigits;
        ValueText.Write(output, original.Length > longestStem ? original[..longestStem] : original, " "u8, " "u8);
        output.Write("_"u8);
        output.WriteNumber(_ids[slot]);
    }

    /// <summary>A list is begun anew when its first paragraph in a round is written.</summary>
    public void WriteList(int slot, string original)
    {
        var round = _ids[slot] + 1;
        if (_lists[slot].Round != round)
        {
            _lists[slot] = (round, lists.Begin(original));
        }

        if (_lists[slot].Number == 0)
        {
            output.Write(original);
        }
        else
        {
            output.WriteNumber(_lists[slot].Number);
        }
    }
}
