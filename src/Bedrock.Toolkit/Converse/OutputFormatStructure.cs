using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What the form of the answer is made of: a closed set, with <see cref="UnknownOutputFormatStructure"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_OutputFormatStructure.html</remarks>
[JsonConverter(typeof(OutputFormatStructureConverter))]
public abstract class OutputFormatStructure
{
    private protected OutputFormatStructure()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A JSON schema.</summary>
    /// <param name="jsonSchema">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(jsonSchema))]
    public static implicit operator OutputFormatStructure?(JsonSchemaDefinition? jsonSchema) => jsonSchema is null ? null : new JsonSchemaOutputStructure(jsonSchema);

    internal OutputFormatStructure Clone()
    {
        var copy = (OutputFormatStructure)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
