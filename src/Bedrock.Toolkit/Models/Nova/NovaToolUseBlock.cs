using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The model asks the caller to run a tool. Not thread safe while it is changed.</summary>
public sealed class NovaToolUseBlock : NovaContentBlock
{
    /// <summary>An empty block.</summary>
    public NovaToolUseBlock()
    {
    }

    /// <summary>A call of a tool.</summary>
    /// <param name="toolUseId">The id that the result refers to.</param>
    /// <param name="name">The tool.</param>
    /// <param name="input">What the tool is called with.</param>
    public NovaToolUseBlock(string toolUseId, string name, JsonElement input) => ToolUse = new NovaToolUse { ToolUseId = toolUseId, Name = name, Input = input };

    /// <summary>The content.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("toolUse")]
    [JsonConverter(typeof(NovaObjectConverter<NovaToolUse>))]
    public NovaToolUse? ToolUse { get; set; }

    private protected override void Detach() => ToolUse = ToolUse?.Clone();
}
