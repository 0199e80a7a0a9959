using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Tests.Conventions;

namespace Bedrock.Toolkit.Tests.Serialization;

/// <summary>Texts as bodies have them: byte for byte what System.Text.Json writes.</summary>
public sealed class TextConverterTests
{
    private const int Draws = 30_000;

    [Fact]
    public void Write_EveryUnitAlone_IsWhatTheWriterWrites() =>
        Compare(Enumerable.Range(0, 65_536).Select(unit => new string('a', 70) + (char)unit + "z"));

    [Fact]
    public void Write_DrawnTexts_AreWhatTheWriterWrites() => Compare(Enumerable.Range(0, Draws).Select(Draw));

    [Fact]
    public void Write_LongTextFullOfEscapes_GrowsItsBuffer() =>
        Compare([new string('"', 100_000), new string('\u0001', 100_000), new string('漢', 100_000), new string('\uD83D', 70_000), new string('a', 300_000)]);

    [Fact]
    public void Write_AWriterWithAnotherEncoder_EscapesAsThatOneSays()
    {
        string text = new string('a', 70) + "<é\"";

        Assert.Equal(
            Written(JavaScriptEncoder.Default, text, (writer, value) => writer.WriteStringValue(value)),
            Written(JavaScriptEncoder.Default, text, (writer, value) => TextConverter.Instance.Write(writer, value, JsonSerializerOptions.Default)));
    }

    private static void Compare(IEnumerable<string> texts)
    {
        List<string> faults = [];
        foreach (string text in texts)
        {
            string expected = Written(JavaScriptEncoder.UnsafeRelaxedJsonEscaping, text, (writer, value) => writer.WriteStringValue(value));
            string actual = Written(JavaScriptEncoder.UnsafeRelaxedJsonEscaping, text,
                (writer, value) => TextConverter.Instance.Write(writer, value, JsonSerializerOptions.Default));
            if (expected != actual && faults.Count < 5)
            {
                faults.Add($"{expected[..Math.Min(200, expected.Length)]} was written as {actual[..Math.Min(200, actual.Length)]}");
            }
        }

        ConventionFaults.AssertNone(faults);
    }

    private static string Written(JavaScriptEncoder encoder, string text, Action<Utf8JsonWriter, string> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = encoder });
        writer.WriteStartArray();
        writer.WriteStringValue("before");
        write(writer, text);
        writer.WriteEndArray();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Draw(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        int length = 60 + random.Next(80);
        while (text.Length < length)
        {
            _ = random.Next(8) switch
            {
                0 => text.Append((char)random.Next(65_536)),
                1 => text.Append((char)random.Next(0x20)),
                2 => text.Append((char)random.Next(0xD800, 0xE000)),
                3 => text.Append("😀"),
                4 => text.Append("üß漢"),
                5 => text.Append("\"\\\r\n"),
                _ => text.Append((char)random.Next('a', 'z')),
            };
        }

        return text.ToString();
    }
}
