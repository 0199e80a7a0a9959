using System.Text.Json;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.Tests.Conventions;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>Holds an object to the JSON that it was read from.</summary>
internal static class Leftovers
{
    /// <summary>What is wrong; null when everything has its member and is written back equal.</summary>
    public static string? FaultOf(object value, JsonObject json) => FaultOf(value, json, BedrockControlJson.Options);

    /// <summary>What is wrong; null when everything has its member and is written back equal.</summary>
    public static string? FaultOf(object value, JsonObject json, JsonSerializerOptions options, Type? type = null)
    {
        string written = JsonSerializer.Serialize(value, options.GetTypeInfo(type ?? value.GetType()));
        foreach (BedrockObject node in Below(value))
        {
            if (node.AdditionalProperties is { Count: > 0 } unknown)
            {
                return $"{node.GetType().Name} has no member for {string.Join(", ", unknown.Keys)}";
            }

            if (node is Bedrock.Toolkit.Serialization.IRawVariant)
            {
                return $"{node.GetType().Name} was read";
            }
        }

        return JsonNode.DeepEquals(json, JsonNode.Parse(written)) ? null : $"{written} and not {json.ToJsonString()}";
    }

    private static IEnumerable<BedrockObject> Below(object? value)
    {
        switch (value)
        {
            case BedrockObject node:
                yield return node;
                foreach (BedrockObject below in WireTypeRules.MembersOf(node.GetType()).Where(WireTypeRules.IsOnTheWire)
                    .SelectMany(member => Below(member.GetValue(node))))
                {
                    yield return below;
                }

                break;
            case System.Collections.IDictionary map:
                foreach (BedrockObject below in map.Values.Cast<object?>().SelectMany(Below))
                {
                    yield return below;
                }

                break;
            case System.Collections.IEnumerable list and not string:
                foreach (BedrockObject below in list.Cast<object?>().SelectMany(Below))
                {
                    yield return below;
                }

                break;
            default:
                break;
        }
    }
}
