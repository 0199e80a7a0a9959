using System.Text.Json.Nodes;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>Cuts what is known of a resource to the shape of an answer: its members only, and something for each that it requires.</summary>
internal static class ResourceView
{
    /// <summary>What requests call a part that answers name without this ending.</summary>
    private const string RequestEnd = "Config";

    private const string SimulatedTime = "2026-01-01T00:00:00Z";

    public static JsonObject Of(ShapeFacts shape, JsonObject known) => (JsonObject)Value(shape, known)!;

    private static JsonNode? Value(ShapeFacts shape, JsonNode known)
    {
        switch (shape.Type)
        {
            case "structure" when known is JsonObject given:
                var answer = new JsonObject();
                foreach (MemberFacts member in shape.Members)
                {
                    ShapeFacts type = ServiceFacts.Bedrock[member.Shape];
                    JsonNode? found = given[member.Name] ?? given[member.Name + RequestEnd];
                    if ((found is null ? null : Value(type, found)) is { } value)
                    {
                        answer[member.Name] = value;
                    }
                    else if (shape.Required.Contains(member.Name))
                    {
                        answer[member.Name] = Default(type);
                    }
                }

                return answer;
            case "list" when known is JsonArray list:
                return new JsonArray([.. list.Select(element => Value(ServiceFacts.Bedrock[shape.Element], element!))]);
            case "map" when known is JsonObject map:
                return new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Value(ServiceFacts.Bedrock[shape.Element], pair.Value!))));
            case "structure" or "list" or "map":
                return null;
            default:
                return known.DeepClone();
        }
    }

    private static JsonNode Default(ShapeFacts shape) => shape.Type switch
    {
        "structure" when shape.IsUnion => new JsonObject { [shape.Members[0].Name] = Default(ServiceFacts.Bedrock[shape.Members[0].Shape]) },
        "structure" => new JsonObject(shape.Members.Where(member => shape.Required.Contains(member.Name))
            .Select(member => KeyValuePair.Create(member.Name, (JsonNode?)Default(ServiceFacts.Bedrock[member.Shape])))),
        "list" => new JsonArray([.. Enumerable.Range(0, (int)(shape.Min ?? 0)).Select(_ => Default(ServiceFacts.Bedrock[shape.Element]))]),
        "map" or "document" => new JsonObject(),
        "string" => shape.Values.Count > 0 ? shape.Values[0] : "simulated",
        "boolean" => false,
        "timestamp" => SimulatedTime,
        "blob" => string.Empty,
        _ => shape.Min ?? 0,
    };
}
