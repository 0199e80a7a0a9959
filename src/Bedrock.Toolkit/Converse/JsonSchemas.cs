using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Bedrock.Toolkit.Converse;

/// <summary>JSON schemas of types. Stateless and thread-safe; works with native AOT, because only generated metadata is read.</summary>
internal static class JsonSchemas
{
    private static readonly JsonSchemaExporterOptions Plain = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = AddDescription };
    private static readonly JsonSchemaExporterOptions Closed = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Close };

    /// <summary>The schema of a tool's input.</summary>
    public static JsonElement Of(JsonTypeInfo typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return ToElement(typeInfo.GetJsonSchemaAsNode(Plain));
    }

    /// <summary>The schema of an answer: no members beside those of the type, and all of them required, because the model leaves out what it may leave
    /// out.</summary>
    public static JsonNode OfAnswer<T>(JsonTypeInfo<T> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return typeInfo.GetJsonSchemaAsNode(Closed);
    }

    public static JsonElement ToElement(JsonNode schema) => JsonElement.Parse(schema.ToJsonString());

    private static JsonNode AddDescription(JsonSchemaExporterContext context, JsonNode schema)
    {
        string? description = DescriptionOf(context.PropertyInfo?.AttributeProvider)
            ?? (context.PropertyInfo is null ? DescriptionOf(context.TypeInfo.Type) : null);
        if (description is null)
        {
            return schema;
        }

        // A schema that allows everything is the JSON true.
        JsonObject described = schema as JsonObject ?? [];
        described.Insert(0, "description", description);
        return described;
    }

    private static string? DescriptionOf(ICustomAttributeProvider? provider) =>
        provider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true) is [DescriptionAttribute attribute, ..] ? attribute.Description : null;

    private static JsonNode Close(JsonSchemaExporterContext context, JsonNode schema)
    {
        JsonNode described = AddDescription(context, schema);
        if (described is JsonObject node && node["properties"] is JsonObject properties)
        {
            node["additionalProperties"] = false;
            node["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Key)]);
        }

        return described;
    }
}
