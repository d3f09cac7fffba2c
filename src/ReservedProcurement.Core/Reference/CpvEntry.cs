using ReservedProcurement.Core.Language;

namespace ReservedProcurement.Core.Reference;

/// <summary>A code of the vocabulary with its Swedish name and the nearest code above it that exists.</summary>
public sealed class CpvEntry
{
    internal CpvEntry(CpvCode code, string name, CpvCode? parent, string? everydayWords)
    {
        Code = code;
        Name = name;
        Parent = parent;
        Digits = code.Digits;
        NameKey = SwedishText.Key(name);
        EverydayWords = everydayWords?.Split(", ") ?? [];
        SearchKey = everydayWords is null ? NameKey : $"{NameKey} {SwedishText.Key(everydayWords)}";
    }

    public CpvCode Code { get; }

    public string Name { get; }

    /// <summary>Null for a division. Not always one digit shorter: the vocabulary leaves out some steps.</summary>
    public CpvCode? Parent { get; }

    /// <summary>What people may call it instead, to show why a search found it. Empty for most codes.</summary>
    public IReadOnlyList<string> EverydayWords { get; }

    internal string Digits { get; }

    internal string NameKey { get; }

    internal string SearchKey { get; }

    public override string ToString() => $"{Code} {Name}";
}
