using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The tools of a request. Not thread safe while it is changed.</summary>
public sealed class NovaToolConfig
{
    /// <summary>The tools that the model may call.</summary>
    /// <value>Never null.</value>
    [JsonPropertyName("tools")]
    [JsonConverter(typeof(NovaListConverter<NovaTool>))]
    [AllowNull]
    public IList<NovaTool> Tools { get; set => field = value ?? []; } = [];

    /// <summary>Whether the model may or must call one.</summary>
    /// <value><c>auto</c> by default; omitted when null.</value>
    [JsonPropertyName("toolChoice")]
    [JsonConverter(typeof(NovaObjectConverter<NovaToolChoice>))]
    public NovaToolChoice? ToolChoice { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal NovaToolConfig Clone()
    {
        var copy = (NovaToolConfig)MemberwiseClone();
        copy.Tools = Tools.Copy(item => item.Clone())!;
        copy.ToolChoice = ToolChoice?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
