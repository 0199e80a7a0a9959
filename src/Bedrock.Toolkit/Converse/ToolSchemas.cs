using System.Text.Json.Nodes;

namespace Bedrock.Toolkit.Converse;

/// <summary>The root of a tool's schema is an object, whether it says so or not. Stateless and thread-safe.</summary>
internal static class ToolSchemas
{
    /// <summary>The request whose schemas all say their type; the one given when they do.</summary>
    public static ConverseRequest WithTypes(ConverseRequest request)
    {
        for (int i = 0; i < (request.ToolConfig?.Tools?.Count ?? 0); i++)
        {
            if (LacksType(request.ToolConfig!.Tools[i]))
            {
                ConverseRequest copy = request.ShallowCopy();
                copy.ToolConfig = request.ToolConfig.Clone();
                foreach (Tool tool in copy.ToolConfig.Tools.Where(LacksType))
                {
                    var schema = (JsonToolInputSchema)((SpecifiedTool)tool).ToolSpec!.InputSchema!;
                    schema.Json = WithType(schema.Json);
                }

                return copy;
            }
        }

        return request;
    }

    private static bool LacksType(Tool? tool) =>
        tool is SpecifiedTool { ToolSpec.InputSchema: JsonToolInputSchema { Json: { ValueKind: JsonValueKind.Object } schema } }
            && !schema.TryGetProperty("type", out _);

    private static JsonElement WithType(JsonElement schema)
    {
        JsonObject node = RawJson.Node(schema.GetRawText())!.AsObject();
        node.Insert(0, "type", "object");
        return RawJson.Parse(node.ToJsonString());
    }
}
