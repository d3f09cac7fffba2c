using System.IO.Compression;
using System.Text;
using CsCheck;
using ReservedProcurement.WordTemplates.Deflating;
using ReservedProcurement.WordTemplates.Filling;
using ReservedProcurement.WordTemplates.Packaging;

namespace ReservedProcurement.WordTemplates.Tests;

/// <summary>What is packed must unpack to what was written, by the runtime's own reader of the format.</summary>
public sealed class DeflateTests
{
    /// <summary>Bytes that repeat as often as text does, and any bytes at all.</summary>
    private static readonly Gen<byte[]> Bytes = Gen.Frequency(
        (6, Gen.Int[0, 3].Select(value => (byte)('a' + value)).Array[0, 60]),
        (3, Gen.Byte.Array[0, 300]),
        (2, Gen.Select(Gen.Byte.Array[1, 9], Gen.Int[1, 200], (unit, times) => Enumerable.Repeat(unit, times).SelectMany(value => value).ToArray())),
        (1, Gen.Select(Gen.Byte, Gen.Int[30_000, 70_000], (value, length) => Enumerable.Repeat(value, length).ToArray())),
        (1, Gen.Select(Gen.Int, Gen.Int[20_000, 70_000], (seed, length) => Noise(seed, length, values: 256))),
        (1, Gen.Select(Gen.Int, Gen.Int[20_000, 70_000], (seed, length) => Noise(seed, length, values: 5))));

    [Test]
    public void LiteralsAndValuesInAnyOrder_UnpackToWhatWasWritten() =>
        Gen.Select(Bytes.Array[1, 8], Bytes.Array[1, 8], Gen.Int[0, 15].Array[0, 25]).Sample((literals, values, order) =>
        {
            using var expected = new MemoryStream();
            var packed = Pack(Table(literals), deflater =>
            {
                foreach (var pick in order)
                {
                    var isLiteral = pick < 8;
                    var bytes = isLiteral ? literals[pick % literals.Length] : values[pick % values.Length];
                    expected.Write(bytes);
                    if (isLiteral)
                    {
                        deflater.WriteLiteral(pick % literals.Length);
                    }
                    else
                    {
                        deflater.Write(bytes);
                    }
                }
            });
            return packed.AsSpan().SequenceEqual(expected.ToArray());
        }, iter: 250);

    [Test]
    public void OneDeflater_WritesManyPartsOneAfterAnother()
    {
        using var deflater = new TemplateDeflater();
        var table = Table(["<w:p>"u8.ToArray(), "</w:p><w:p>"u8.ToArray()]);
        var parts = Enumerable.Range(0, 3).Select(_ =>
        {
            using var packed = new MemoryStream();
            deflater.Start(packed, table);
            deflater.WriteLiteral(0);
            deflater.Write("Exempelstad");
            deflater.WriteLiteral(1);
            deflater.WriteNumber(int.MinValue);
            deflater.Finish();
            return packed.ToArray();
        }).ToList();
        Assert.That(parts, Is.All.EqualTo(parts[0]));
        Assert.That(Encoding.UTF8.GetString(Unpack(parts[0])), Is.EqualTo("<w:p>Exempelstad</w:p><w:p>-2147483648"));
    }

    [Test]
    public void NothingAtAll_IsAValidPart() => Assert.That(Pack(LiteralTable.Empty, _ => { }), Is.Empty);

    [Test]
    public void WithoutAStream_NothingIsTakenIn()
    {
        using var deflater = new TemplateDeflater();
        deflater.Write(new string('å', 1_000_000));
        deflater.Write(new byte[1_000_000]);
        Assert.That(deflater.Length, Is.Zero);
    }

    [Test]
    public void RepeatedLiterals_PackAsSmallAsTheRuntimePacksThem()
    {
        var row = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 12).Select(cell => $"<w:tc><w:tcPr><w:tcW w:w=\"{cell * 317}\" w:type=\"dxa\"/></w:tcPr><w:p><w:r><w:t>")));
        var table = Table([row, "</w:t></w:r></w:p></w:tc>"u8.ToArray()]);
        using var packed = new MemoryStream();
        var plain = new List<byte>();
        using var deflater = new TemplateDeflater();
        deflater.Start(packed, table);
        for (var index = 0; index < 2_000; index++)
        {
            deflater.WriteLiteral(0);
            deflater.WriteNumber(index * 7919);
            deflater.WriteLiteral(1);
            plain.AddRange([.. row, .. Encoding.UTF8.GetBytes($"{index * 7919}</w:t></w:r></w:p></w:tc>")]);
        }

        deflater.Finish();
        Assert.That(packed.Length, Is.LessThan(PackageEntry.Pack("", plain.ToArray()).Stored.Length * 1.1));
    }

    [Test]
    public void HuffmanCode_ForAnyFrequencies_IsCompleteAndWithinTheLongest() =>
        Gen.Select(
            Gen.Frequency((2, Gen.Int[0, 3]), (2, Gen.Int[0, 2_000]), (1, Gen.Int[0, 28].Select(power => 1 << power))).Array[2, 286],
            Gen.Bool).Sample((frequencies, isShort) =>
        {
            var longest = isShort && frequencies.Length <= 19 ? 7 : 15;
            var code = new HuffmanCode(frequencies.Length, longest);
            code.Build(frequencies);
            var occurring = frequencies.Count(frequency => frequency > 0);
            var room = code.Lengths.Where(length => length > 0).Sum(length => 1L << (longest - length));
            return code.Lengths.Zip(frequencies).All(pair => pair.First > 0 == pair.Second > 0 && pair.First <= longest)
                && (occurring < 2 || room == 1L << longest);
        });

    [Test]
    public void HuffmanCode_OfSkewedFrequencies_GivesTheCommonTheShorterCodes()
    {
        var frequencies = Enumerable.Range(0, 40).Select(power => (int)Math.Pow(1.7, power)).ToArray();
        var code = new HuffmanCode(frequencies.Length, 15);
        code.Build(frequencies);
        Assert.That(code.Lengths, Is.Ordered.Descending);
        Assert.That(code.Lengths[^1], Is.EqualTo(1).Or.EqualTo(2));
    }

    private static byte[] Noise(int seed, int length, int values)
    {
        var random = new Random(seed);
        var noise = new byte[length];
        for (var index = 0; index < length; index++)
        {
            noise[index] = (byte)random.Next(values);
        }

        return noise;
    }

    private static LiteralTable Table(IReadOnlyList<byte[]> literals)
    {
        var ends = new List<int>();
        foreach (var literal in literals)
        {
            ends.Add(literal.Length + (ends.Count == 0 ? 0 : ends[^1]));
        }

        return LiteralTable.Make([.. literals.SelectMany(literal => literal)], ends);
    }

    /// <returns>What the packed bytes unpack to, when length and checksum agree with it.</returns>
    private static byte[] Pack(LiteralTable table, Action<TemplateDeflater> write)
    {
        using var packed = new MemoryStream();
        using var deflater = new TemplateDeflater();
        deflater.Start(packed, table);
        write(deflater);
        deflater.Finish();
        var unpacked = Unpack(packed.ToArray());
        Assert.That((deflater.Length, deflater.Checksum), Is.EqualTo((unpacked.Length, Crc32.Of(unpacked))));
        return unpacked;
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var deflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        deflate.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
