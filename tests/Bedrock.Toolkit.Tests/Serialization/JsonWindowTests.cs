using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Serialization;

/// <summary>A text that is seen as a whole gives what a reader of its tokens gives: the same objects, and the same faults.</summary>
public sealed class JsonWindowTests
{
    private static readonly string[] Spaces = ["", "", "", " ", "\n", "\r\n\t"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_DrawnVectors_HaveTheBitsOfTheReader(int seed)
    {
        var random = new Random(seed);
        for (int numbers = 0; numbers < 50_000;)
        {
            string[] texts = [.. Enumerable.Range(0, random.Next(1, 400)).Select(_ => NumberTexts.Draw(random))];
            byte[] json = Encoding.UTF8.GetBytes(Titan(random, texts));
            numbers += texts.Length;

            TitanEmbedTextResponse response = JsonWindow.Read<TitanEmbedTextResponse>(json, TitanModels.EmbedTextV2.ResponseTypeInfo)!;

            int[] expected = [.. texts.Select(text => BitConverter.SingleToInt32Bits(Single(text)))];
            Assert.Equal(expected, Bits(response.Embedding));
            Assert.Equal(expected, Bits(response.EmbeddingsByType!.Float));
            Assert.Equal(7, response.InputTextTokenCount);
        }
    }

    [Fact]
    public void Read_SpoiltVectors_FailAsTheReaderDoes()
    {
        const string Letters = "0123456789-+.eE,:[]{}\"\\ \nNaInfty";
        var random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder(Titan(random, [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => NumberTexts.Draw(random))]));
            for (int change = random.Next(1, 3); change > 0; change--)
            {
                int at = random.Next(text.Length);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(at, 1),
                    1 => text.Insert(at, Letters[random.Next(Letters.Length)]),
                    _ => text.Replace(text[at], Letters[random.Next(Letters.Length)], at, 1),
                };
            }

            refused += AssertSame(text.ToString(), TitanModels.EmbedTextV2.ResponseTypeInfo) ? 0 : 1;
        }

        Assert.InRange(refused, 5_000, 19_000);
    }

    [Fact]
    public void Read_SpoiltAnswers_FailAsTheReaderDoes()
    {
        const string Answer = """
            {"id":"msg_1","type":"message","role":"assistant","content":[{"type":"text","text":"a \"b\\\" [c]}","citations":[{"type":"char_location"}]},
            {"type":"tool_use","id":"t","name":"n","input":{"a":[1,{"b":"}"}]}},{"type":"new","x":[[]]}],"stop_reason":"tool_use","usage":{"input_tokens":1}}
            """;
        for (int at = 0; at <= Answer.Length; at++)
        {
            AssertSame(Answer[..at], ClaudeModels.Haiku45.ResponseTypeInfo);
            foreach (char letter in "{}[]\",\\x0")
            {
                AssertSame(Answer.Insert(at, letter.ToString()), ClaudeModels.Haiku45.ResponseTypeInfo);
                AssertSame(Answer[..at] + letter + Answer[Math.Min(at + 1, Answer.Length)..], ClaudeModels.Haiku45.ResponseTypeInfo);
            }
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(45)]
    [InlineData(60)]
    [InlineData(900)]
    [InlineData(1_100)]
    public void Read_DeepAnswer_IsReadAsTheReaderDoes(int depth) => AssertSame(
        $$$"""{"content":[{"type":"tool_use","id":"t","name":"n","input":{"a":{{{new string('[', depth)}}}{{{new string(']', depth)}}}}}]}""",
        ClaudeModels.Haiku45.ResponseTypeInfo);

    [Fact]
    public void Read_ReaderOverAPart_IsLeftToTheReader()
    {
        // A converter of the host that reads its own part of the text, behind which more follows.
        byte[] json = """{"first":{"embedding":[1,2]},"second":{"embedding":[3]}}"""u8.ToArray();
        var info = (JsonTypeInfo<HostPair>)new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }.GetTypeInfo(typeof(HostPair));

        HostPair pair = JsonWindow.Read(json, info)!;

        Assert.Equal([1f, 2f], pair.First!.Embedding.ToArray());
        Assert.Equal([3f], pair.Second!.Embedding.ToArray());
    }

    /// <summary>True when both read it.</summary>
    private static bool AssertSame<T>(string text, JsonTypeInfo<T> info)
        where T : class
    {
        byte[] json = Encoding.UTF8.GetBytes(text);
        string expected = Outcome(() => JsonSerializer.Deserialize(json, info), info);
        string actual = Outcome(() => JsonWindow.Read<T>(json, info), info);
        Assert.True(expected == actual, $"{text}\nexpected {expected}\nbut was  {actual}");
        return expected[0] != '!';
    }

    private static string Outcome<T>(Func<T?> read, JsonTypeInfo<T> info)
        where T : class
    {
        try
        {
            return read() is { } value ? JsonSerializer.Serialize(value, info) : "null";
        }
        catch (Exception e)
        {
            return $"!{e.GetType().Name} {e.Message} {(e is JsonException fault ? NestedJson.PathOf(fault) : null)}";
        }
    }

    private static string Titan(Random random, string[] numbers)
    {
        string vector = Space() + "[" + Space() + string.Join(',', numbers.Select(number => Space() + number + Space())) + "]" + Space();
        return $$"""{"embedding":{{vector}},"embeddingsByType":{"float":{{vector}}},"inputTextTokenCount":7}""";

        string Space() => Spaces[random.Next(Spaces.Length)];
    }

    private static float Single(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        reader.Read();
        return reader.GetSingle();
    }

    private static int[] Bits(ReadOnlyMemory<float> vector) => [.. vector.ToArray().Select(BitConverter.SingleToInt32Bits)];

    private sealed class HostPair
    {
        [System.Text.Json.Serialization.JsonPropertyName("first"), System.Text.Json.Serialization.JsonConverter(typeof(HostConverter))]
        public TitanEmbedTextResponse? First { get; set; }

        [System.Text.Json.Serialization.JsonPropertyName("second"), System.Text.Json.Serialization.JsonConverter(typeof(HostConverter))]
        public TitanEmbedTextResponse? Second { get; set; }
    }

    private sealed class HostConverter : System.Text.Json.Serialization.JsonConverter<TitanEmbedTextResponse>
    {
        public override TitanEmbedTextResponse? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize(ref reader, TitanModels.EmbedTextV2.ResponseTypeInfo);

        public override void Write(Utf8JsonWriter writer, TitanEmbedTextResponse value, JsonSerializerOptions options) =>
            throw new NotSupportedException(value.ToString());
    }

    /// <summary>Numbers in every notation that a float can be read from.</summary>
    private static class NumberTexts
    {
        public static string Draw(Random random)
        {
            string text = random.Next(9) switch
            {
                0 => ((random.NextDouble() - 0.5) / 8).ToString("R", CultureInfo.InvariantCulture),
                1 => ((float)(random.NextDouble() - 0.5)).ToString("R", CultureInfo.InvariantCulture),
                2 => random.NextInt64().ToString(CultureInfo.InvariantCulture) + "e-" + random.Next(0, 70).ToString("D3", CultureInfo.InvariantCulture),
                3 => Finite(BitConverter.Int32BitsToSingle(random.Next())).ToString("R", CultureInfo.InvariantCulture),
                4 => (random.NextDouble() * Math.Pow(10, random.Next(-320, 38))).ToString("E" + random.Next(1, 25), CultureInfo.InvariantCulture),
                5 => random.Next(3) switch { 0 => "-0", 1 => "0.000", _ => "-0E+5" },
                6 => $"{random.Next(100)}.{random.NextInt64(1_000_000_000_000_000):D15}{random.NextInt64():D19}",
                7 => random.Next(100_000_000).ToString(CultureInfo.InvariantCulture),
                _ => $"-0.{new string('0', random.Next(30))}{random.NextInt64(100_000_000_000_000_000):D17}",
            };
            return text.StartsWith('-') || random.Next(2) == 0 ? text : "-" + text;
        }

        private static float Finite(float number) => float.IsFinite(number) ? number : float.Epsilon;
    }
}
