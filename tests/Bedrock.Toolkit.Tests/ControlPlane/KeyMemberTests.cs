using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>Members that take a KMS key: all that the models have, each as a property that can be set.</summary>
public class KeyMemberTests
{
    [SharedTheory]
    [InlineData("bedrock", 11, typeof(BedrockControlClient))]
    [InlineData("bedrock-runtime", 1, typeof(BedrockClient))]
    public void Inputs_KeysOfKms_CanAllBeSet(string service, int count, Type client)
    {
        JsonElement shapes = Read(service).GetProperty("shapes");
        List<(string Shape, string Member)> members = [];
        HashSet<string> seen = [];
        foreach (JsonProperty operation in Read(service).GetProperty("operations").EnumerateObject())
        {
            if (operation.Value.TryGetProperty("input", out JsonElement input))
            {
                Collect(shapes, input.GetProperty("shape").GetString()!, seen, members);
            }
        }

        Assert.Equal(count, members.Count);
        PropertyInfo[] properties = [.. client.Assembly.GetExportedTypes().SelectMany(type => type.GetProperties())];
        Assert.All(members, member => Assert.Contains(properties, property =>
            property.DeclaringType!.Name == member.Shape && property.SetMethod is { IsPublic: true } && property.PropertyType == typeof(string)
            && property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name == member.Member));
    }

    private static JsonElement Read(string service) => JsonElement.Parse(File.ReadAllBytes(SharedFolder.PathTo("api", service, "service-2.json")));

    private static void Collect(JsonElement shapes, string name, HashSet<string> seen, List<(string Shape, string Member)> found)
    {
        if (!seen.Add(name))
        {
            return;
        }

        JsonElement shape = shapes.GetProperty(name);
        if (shape.TryGetProperty("members", out JsonElement members))
        {
            foreach (JsonProperty member in members.EnumerateObject())
            {
                if (member.Name.Contains("kms", StringComparison.OrdinalIgnoreCase)
                    || member.Name.Contains("encryptionKey", StringComparison.OrdinalIgnoreCase))
                {
                    found.Add((name, member.Name));
                }

                Collect(shapes, member.Value.GetProperty("shape").GetString()!, seen, found);
            }
        }

        foreach (string part in (string[])["member", "key", "value"])
        {
            if (shape.TryGetProperty(part, out JsonElement inner))
            {
                Collect(shapes, inner.GetProperty("shape").GetString()!, seen, found);
            }
        }
    }
}
