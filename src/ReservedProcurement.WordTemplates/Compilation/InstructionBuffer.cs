using System.Buffers;
using System.Text;
using ReservedProcurement.WordTemplates.Deflating;
using ReservedProcurement.WordTemplates.Filling;

namespace ReservedProcurement.WordTemplates.Compilation;

/// <summary>Gathers text into literals and puts instructions between them.</summary>
internal sealed class InstructionBuffer
{
    private readonly ArrayBufferWriter<byte> _literals = new();
    private readonly List<Instruction> _instructions = [];
    private readonly List<int> _literalEnds = [];

    /// <summary>The literal being gathered.</summary>
    public StringBuilder Text { get; } = new();

    public byte[] LiteralBytes => _literals.WrittenSpan.ToArray();

    /// <summary>The literals as they are used while filling.</summary>
    public LiteralTable MakeLiterals() => LiteralTable.Make(LiteralBytes, _literalEnds);

    public Instruction[] Instructions => [.. _instructions];

    /// <summary>Where the next instruction will stand.</summary>
    public int Next => _instructions.Count;

    public Instruction At(int place) => _instructions[place];

    /// <summary>Tells a section where to go when it is not shown.</summary>
    public void EndSection(int start)
    {
        EndLiteral();
        _instructions[start] = _instructions[start] with { B = _instructions.Count };
    }

    /// <returns>The instruction's place.</returns>
    public int Emit(Instruction instruction)
    {
        EndLiteral();
        _instructions.Add(instruction);
        return _instructions.Count - 1;
    }

    /// <summary>Emits an operation on literal bytes that are not written where they stand.</summary>
    public void EmitWithLiteral(Operation operation, Action write)
    {
        EndLiteral();
        write();
        _instructions.Add(new Instruction(operation, TakeLiteral()));
    }

    private void EndLiteral()
    {
        if (Text.Length > 0)
        {
            _instructions.Add(new Instruction(Operation.Literal, TakeLiteral()));
        }
    }

    /// <returns>The literal's number.</returns>
    private int TakeLiteral()
    {
        Encoding.UTF8.GetBytes(Text.ToString(), _literals);
        Text.Clear();
        _literalEnds.Add(_literals.WrittenCount);
        return _literalEnds.Count - 1;
    }

    public void Escape(string text, bool isAttribute)
    {
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => Text.Append("&amp;"),
                '<' => Text.Append("&lt;"),
                '>' => Text.Append("&gt;"),
                '\r' => Text.Append("&#xD;"),
                '"' when isAttribute => Text.Append("&quot;"),
                '\n' when isAttribute => Text.Append("&#xA;"),
                '\t' when isAttribute => Text.Append("&#x9;"),
                _ => Text.Append(character),
            };
        }
    }
}
