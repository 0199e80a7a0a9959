using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.Models;

/// <summary>The JSON of the embedding and rerank types, as the tests look at it.</summary>
internal static class EmbeddingWire
{
    // Vectors are 32-bit floats in memory: more digits than those hold are lost on purpose.
    private static readonly string[] Vectors = ["embedding", "embeddings", "float"];

    public static ReadOnlyMemory<byte> Png { get; } = new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A };

    public static ReadOnlyMemory<byte> Jpeg { get; } = new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0x00 };

    public static ReadOnlyMemory<byte> Gif { get; } = "GIF89a"u8.ToArray();

    public static ReadOnlyMemory<byte> WebP { get; } = "RIFF\0\0\0\0WEBPVP8 "u8.ToArray();

    public static ReadOnlyMemory<byte> NoImage { get; } = "%PDF-1.7"u8.ToArray();

    /// <summary>The request as a text: method, path, content type, blank line, body.</summary>
    public static string TextOf<TRequest, TResponse>(Model<TRequest, TResponse> model, TRequest request)
    {
        model.CheckRequest!(request);
        return $"POST /model/{Uri.EscapeDataString(model.Id.Value)}/invoke\ncontent-type: application/json\n\n{BedrockJson.Serialize(request)}";
    }

    /// <summary>Reads with the descriptor's metadata and with that of all families, and writes both back.</summary>
    public static T AssertRoundTrip<T>(string json, JsonTypeInfo<T> info)
    {
        T value = JsonSerializer.Deserialize(json, info)!;
        string viaDescriptor = Write(value, info);
        Assert.Equal(viaDescriptor, BedrockJson.Serialize(BedrockJson.Deserialize<T>(json)));
        AssertEqualJson(json, viaDescriptor);
        return value;
    }

    public static void AssertEqualJson(string expected, string actual)
    {
        using JsonDocument left = JsonDocument.Parse(expected);
        using JsonDocument right = JsonDocument.Parse(actual);
        Assert.True(AreEqual(left.RootElement, right.RootElement, isVector: false), $"Expected JSON equal to\n{expected}\nbut got\n{actual}");
    }

    /// <summary>Asserts that a check refuses a request with a message that names all parts.</summary>
    public static void AssertRefused<TRequest, TResponse>(Model<TRequest, TResponse> model, TRequest request, params string[] parts)
    {
        var e = Assert.Throws<ArgumentException>(() => model.CheckRequest!(request));
        Assert.All(parts, part => Assert.Contains(part, e.Message, StringComparison.Ordinal));
    }

    /// <summary>Asserts that JSON is refused at a place, without a quote of it.</summary>
    public static void AssertMalformed<T>(string json)
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<T>(json));
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    /// <summary>Asserts that every member that is a list or vector is not null after reading an empty object, and nothing is written for it.</summary>
    public static string WrittenFromEmpty<T>() => BedrockJson.Serialize(BedrockJson.Deserialize<T>("{}"));

    public static string Sample(string file) => File.ReadAllText(SharedFolder.PathTo("wire", "samples-other", file));

    /// <summary>The recorded exchanges whose path contains a text: request body, response body.</summary>
    public static List<(string Path, string Request, string Response)> Recorded(string part)
    {
        string folder = Path.Combine(SharedFolder.Vectors!, "recorded");
        var found = new List<(string, string, string)>();
        foreach (JsonElement entry in Load(Path.Combine(folder, "index.json")).EnumerateArray())
        {
            string path = Uri.UnescapeDataString(entry.GetProperty("path").GetString()!);
            if (path.Contains(part, StringComparison.Ordinal) && entry.GetProperty("status").GetInt32() == 200)
            {
                JsonElement exchange = Load(Path.Combine(folder, entry.GetProperty("name").GetString() + ".json"));
                found.Add((path, exchange.GetProperty("request").GetProperty("body").GetRawText(), exchange.GetProperty("response").GetProperty("body")
                    .GetRawText()));
            }
        }

        return found;
    }

    private static string Write<T>(T value, JsonTypeInfo<T> info)
    {
        using var buffer = new PooledBuffer();
        JsonBody.Write(buffer, value, info);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static JsonElement Load(string file) => JsonElement.Parse(File.ReadAllText(file));

    private static bool AreEqual(JsonElement left, JsonElement right, bool isVector)
    {
        if (left.ValueKind != right.ValueKind)
        {
            return false;
        }

        switch (left.ValueKind)
        {
            case JsonValueKind.Object:
                Dictionary<string, JsonElement> members = MembersOf(left);
                Dictionary<string, JsonElement> others = MembersOf(right);
                return members.Count == others.Count
                    && members.All(m => others.TryGetValue(m.Key, out JsonElement other) && AreEqual(m.Value, other, Vectors.Contains(m.Key)));
            case JsonValueKind.Array:
                return left.GetArrayLength() == right.GetArrayLength()
                    && left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => AreEqual(pair.First, pair.Second, isVector));
            case JsonValueKind.Number when isVector:
                return left.GetSingle().Equals(right.GetSingle());
            default:
                return JsonElement.DeepEquals(left, right);
        }
    }

    private static Dictionary<string, JsonElement> MembersOf(JsonElement element) => element.EnumerateObject()
        .Where(p => p.Value.ValueKind != JsonValueKind.Null)
        .ToDictionary(p => p.Name, p => p.Value);
}
