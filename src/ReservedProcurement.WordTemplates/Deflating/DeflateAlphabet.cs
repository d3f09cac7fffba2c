using System.Numerics;

namespace ReservedProcurement.WordTemplates.Deflating;

/// <summary>The symbols of the deflate format (RFC 1951): which one stands for a length or distance, and its extra bits.</summary>
internal static class DeflateAlphabet
{
    public const int EndOfBlock = 256;
    public const int FirstLength = 257;
    public const int LengthSymbols = 286;
    public const int DistanceSymbols = 30;
    public const int MinMatch = 3;
    public const int MaxMatch = 258;
    public const int MaxDistance = 32 * 1024;

    private static readonly byte[] LengthSymbolsByLength = MakeLengthSymbols();

    /// <summary>The shortest length that each length symbol stands for.</summary>
    public static ReadOnlySpan<ushort> LengthBases => [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

    public static ReadOnlySpan<byte> LengthExtraBits => [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

    /// <summary>The length's symbol, counted from <see cref="FirstLength"/>.</summary>
    public static int LengthSymbol(int length) => LengthSymbolsByLength[length - MinMatch];

    /// <summary>Two symbols to each power of two: the distance's highest bit and the one below it.</summary>
    public static int DistanceSymbol(int distance)
    {
        var from = (uint)(distance - 1);
        if (from < 4)
        {
            return (int)from;
        }

        var highest = BitOperations.Log2(from);
        return (2 * highest) + (int)((from >> (highest - 1)) & 1);
    }

    public static int DistanceExtraBits(int symbol) => symbol < 4 ? 0 : (symbol >> 1) - 1;

    private static byte[] MakeLengthSymbols()
    {
        var symbols = new byte[MaxMatch - MinMatch + 1];
        for (var symbol = 0; symbol < LengthBases.Length; symbol++)
        {
            symbols.AsSpan(LengthBases[symbol] - MinMatch).Fill((byte)symbol);
        }

        return symbols;
    }
}
