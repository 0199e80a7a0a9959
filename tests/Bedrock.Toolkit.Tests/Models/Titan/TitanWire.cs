using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Models.Titan;

/// <summary>The JSON of the Titan types, as the tests look at it.</summary>
internal static class TitanWire
{
    // Vectors are 32-bit floats in memory: more digits than those hold are lost on purpose.
    private static readonly string[] Vectors = ["embedding", "float"];

    /// <summary>The request as a text: method, path, content type, blank line, body.</summary>
    public static string TextOf<TRequest, TResponse>(Model<TRequest, TResponse> model, TRequest request)
    {
        model.CheckRequest!(request);
        return $"POST /model/{Uri.EscapeDataString(model.Id.Value)}/invoke\ncontent-type: application/json\n\n{BedrockJson.Serialize(request)}";
    }

    public static string Write<T>(T value, JsonTypeInfo<T> info)
    {
        using var buffer = new PooledBuffer();
        JsonBody.Write(buffer, value, info);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static T Read<T>(string json, JsonTypeInfo<T> info) => JsonSerializer.Deserialize(json, info)!;

    /// <summary>Reads with the descriptor's metadata and with that of all families, and writes both back.</summary>
    public static void AssertRoundTrip<T>(string json, JsonTypeInfo<T> info)
    {
        string viaDescriptor = Write(Read(json, info), info);
        string viaAll = BedrockJson.Serialize(BedrockJson.Deserialize<T>(json));

        Assert.Equal(viaDescriptor, viaAll);
        AssertEqualJson(json, viaDescriptor);
    }

    public static void AssertEqualJson(string expected, string actual)
    {
        using JsonDocument left = JsonDocument.Parse(expected);
        using JsonDocument right = JsonDocument.Parse(actual);
        Assert.True(AreEqual(left.RootElement, right.RootElement, isVector: false), $"Expected JSON equal to\n{expected}\nbut got\n{actual}");
    }

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
