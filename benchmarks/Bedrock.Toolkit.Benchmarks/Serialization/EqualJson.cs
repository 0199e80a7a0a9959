using System.Text.Json;

namespace Bedrock.Toolkit.Benchmarks.Serialization;

/// <summary>Stops a benchmark whose variants do not do the same work.</summary>
internal static class EqualJson
{
    public static void Require(JsonElement expected, ReadOnlySpan<byte> actual, string variant) => Require(expected, JsonElement.Parse(actual), variant);

    public static void Require(JsonElement expected, JsonElement actual, string variant)
    {
        if (!JsonElement.DeepEquals(expected, actual))
        {
            throw new InvalidOperationException($"{variant} writes other JSON than the baseline: {actual} instead of {expected}");
        }
    }
}
