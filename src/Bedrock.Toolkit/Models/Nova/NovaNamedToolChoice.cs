using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The model must call this tool. Not thread safe while it is changed.</summary>
public sealed class NovaNamedToolChoice : NovaToolChoice
{
    /// <summary>The tool.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("tool")]
    [JsonConverter(typeof(NovaObjectConverter<NovaToolName>))]
    public NovaToolName? ToolName { get; set; }

    private protected override void Detach() => ToolName = ToolName?.Clone();
}
