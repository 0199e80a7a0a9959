using System.Text.Json;
using Bedrock.Toolkit.Doors;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Doors;

/// <summary>What a door answers without a model: its list of models, and responses that were kept. Stateless and thread-safe.</summary>
internal static class DoorReads
{
    private const string Models = "models";
    private const long Created = 1_764_000_000;

    // In the words of that host, as far as it answers them.
    private static readonly Lazy<string[]> OnMantle = new(static () =>
    [
        .. SimulatedCatalogue.Models.Keys.Concat(DoorModelIds.All.Select(static id => id.Value))
            .SelectMany(static id => BedrockDoor.AllOf(id))
            .Where(static door => door.Host == BedrockHost.Mantle && IsAnswered(door))
            .Select(static door => door.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ]);

    /// <summary>The answer to such a request; null when it is for a model.</summary>
    /// <exception cref="ServiceFailure">What it asks for is not there.</exception>
    public static Answer? Of(DoorCall call, StoredResponses stored)
    {
        (string method, string path) = (call.Request.Method, call.Tail);
        if (call.Request.IsMantle && call.Prefix == "/v1" && method == "GET" && (path == Models || path.StartsWith(Models + "/", StringComparison.Ordinal)))
        {
            return Json(path == Models ? List() : One(Uri.UnescapeDataString(path[(Models.Length + 1)..])));
        }

        if (call.Prefix == "/anthropic/v1" || !path.StartsWith(DoorRules.Responses + "/", StringComparison.Ordinal))
        {
            return null;
        }

        string id = Uri.UnescapeDataString(path[(DoorRules.Responses.Length + 1)..]);
        switch (method)
        {
            case "GET" when id.EndsWith("/input_items", StringComparison.Ordinal):
                return Json(Items(stored.Get(id[..id.IndexOf('/', StringComparison.Ordinal)])));
            case "GET":
                return Json(stored.Get(id).Whole);
            case "DELETE":
                stored.Delete(id);
                return Json(SimulatedJson.Object(writer =>
                {
                    writer.WriteString("id", id);
                    writer.WriteString("object", "response");
                    writer.WriteBoolean("deleted", true);
                }));
            default:
                return null;
        }
    }

    private static Answer Json(byte[] body) => Answer.Raw(200, "application/json", body);

    private static byte[] List() => SimulatedJson.Object(writer =>
    {
        writer.WriteString("object", "list");
        writer.WriteStartArray("data");
        foreach (string id in OnMantle.Value)
        {
            writer.WriteStartObject();
            Write(writer, id);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static byte[] One(string id) => OnMantle.Value.Contains(id)
        ? SimulatedJson.Object(writer => Write(writer, id))
        : throw new ServiceFailure(404, "ResourceNotFoundException", $"The model '{id}' doesn't exist.");

    private static byte[] Items(StoredResponse response) => SimulatedJson.Object(writer =>
    {
        writer.WriteString("object", "list");
        writer.WritePropertyName("data");
        using var items = JsonDocument.Parse(response.Items);
        writer.WriteStartArray();
        foreach (JsonElement item in items.RootElement.EnumerateArray().SkipLast(1))
        {
            item.WriteTo(writer);
        }

        writer.WriteEndArray();
        writer.WriteBoolean("has_more", false);
    });

    private static void Write(Utf8JsonWriter writer, string id)
    {
        writer.WriteString("id", id);
        writer.WriteString("object", "model");
        writer.WriteNumber("created", Created);
        writer.WriteString("owned_by", id[..id.IndexOf('.', StringComparison.Ordinal)]);
    }

    private static bool IsAnswered(BedrockDoor door)
    {
        string shape = door.Shape switch
        {
            BedrockShape.Responses => DoorRules.Responses, BedrockShape.Messages => DoorRules.Messages, _ => DoorRules.Chat,
        };
        return DoorRules.IsOnMantle(door.BasePath, shape, door.Id);
    }
}
