using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit.Converse;

/// <summary>The schema of a tool's input: a closed set, with <see cref="UnknownToolInputSchema"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolInputSchema.html</remarks>
[JsonConverter(typeof(ToolInputSchemaConverter))]
public abstract class ToolInputSchema
{
    private protected ToolInputSchema()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A JSON schema.</summary>
    /// <param name="json">The schema.</param>
    public static implicit operator ToolInputSchema(JsonElement json) => new JsonToolInputSchema(json);

    /// <summary>The schema of a type.</summary>
    /// <typeparam name="T">The input of the tool.</typeparam>
    /// <param name="inputTypeInfo">The type's metadata, from your own JSON context.</param>
    /// <returns>The schema.</returns>
    public static ToolInputSchema For<T>(JsonTypeInfo<T> inputTypeInfo) => new JsonToolInputSchema(JsonSchemas.Of(inputTypeInfo));

    internal ToolInputSchema Clone()
    {
        var copy = (ToolInputSchema)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
