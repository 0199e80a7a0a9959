using System.Buffers;
using System.Text.Json;

namespace Bedrock.Toolkit.Benchmarks.Fuzz;

/// <summary>JSON of any shape, for members that nobody knows.</summary>
internal static class RandomJson
{
    private const int Deepest = 5;

    /// <summary>An object, as UTF-8.</summary>
    public static byte[] Object(Random random)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            WriteObject(writer, random, 0);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Text with everything that JSON has to escape.</summary>
    public static string Text(Random random, int most)
    {
        const string Alphabet = "abc \"\\/\u0000\u0007\n\t\u007fäß\u2028€{}[],:#";
        Span<char> text = stackalloc char[random.Next(most)];
        random.GetItems(Alphabet, text);
        return random.Next(8) == 0 ? text.ToString() + "\U0001F600" : text.ToString();
    }

    private static void WriteObject(Utf8JsonWriter writer, Random random, int depth)
    {
        writer.WriteStartObject();
        int members = random.Next(5);
        for (int i = 0; i < members; i++)
        {
            writer.WritePropertyName("m" + i + Text(random, 4));
            WriteValue(writer, random, depth + 1);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, Random random, int depth)
    {
        switch (random.Next(depth < Deepest ? 8 : 6))
        {
            case 0:
                writer.WriteNullValue();
                break;
            case 1:
                writer.WriteBooleanValue(random.Next(2) == 0);
                break;
            case 2:
                writer.WriteNumberValue(random.NextInt64(long.MinValue, long.MaxValue));
                break;
            case 3:
                writer.WriteNumberValue((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-300, 300)));
                break;
            case 4 or 5:
                writer.WriteStringValue(Text(random, 20));
                break;
            case 6:
                WriteObject(writer, random, depth);
                break;
            default:
                writer.WriteStartArray();
                for (int i = random.Next(4); i > 0; i--)
                {
                    WriteValue(writer, random, depth + 1);
                }

                writer.WriteEndArray();
                break;
        }
    }
}
