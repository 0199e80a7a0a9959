using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What the service takes out of a long conversation before the model reads it. Needs a beta. Not thread safe while it is changed.</summary>
public sealed class ClaudeContextManagement
{
    /// <summary>The edits, in the order in which they are tried.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("edits")]
    [JsonConverter(typeof(ClaudeListConverter<ClaudeContextEdit>))]
    [AllowNull]
    public IList<ClaudeContextEdit> Edits
    {
        get;
        set => field = value ?? [];
    }
    = [];

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal ClaudeContextManagement Clone() => new()
    {
        Edits = Edits.Copy(edit => edit.Clone()),
        AdditionalProperties = AdditionalProperties.Copy(),
    };
}
