using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bedrock.Toolkit.Tests.Conformance;

/// <summary>Equal JSON: the same values in any order of members, where a null member of an object counts as absent, except inside free documents.</summary>
internal static class EqualJson
{
    /// <summary>Fails with both texts when they are not equal JSON.</summary>
    /// <param name="expected">One JSON text.</param>
    /// <param name="actual">The other JSON text.</param>
    /// <param name="freeMembers">Names of members whose values are compared with their nulls.</param>
    public static void Check(string expected, string actual, params string[] freeMembers)
    {
        using JsonDocument left = JsonDocument.Parse(WithoutNulls(expected, freeMembers));
        using JsonDocument right = JsonDocument.Parse(WithoutNulls(actual, freeMembers));
        Assert.True(JsonElement.DeepEquals(left.RootElement, right.RootElement),
            $"Not equal JSON.\nexpected: {left.RootElement}\nactual:   {right.RootElement}");
    }

    private static string WithoutNulls(string json, string[] freeMembers)
    {
        JsonNode? node = JsonNode.Parse(json);
        RemoveNulls(node, freeMembers);
        return node?.ToJsonString() ?? "null";
    }

    private static void RemoveNulls(JsonNode? node, string[] freeMembers)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? value) in members.ToList())
                {
                    if (freeMembers.Contains(name))
                    {
                        continue;
                    }

                    if (value is null)
                    {
                        members.Remove(name);
                    }

                    RemoveNulls(value, freeMembers);
                }

                break;
            case JsonArray elements:
                foreach (JsonNode? element in elements)
                {
                    RemoveNulls(element, freeMembers);
                }

                break;
        }
    }
}
