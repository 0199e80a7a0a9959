using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What a tool gave. Not thread safe while it is changed.</summary>
public sealed class CommandRToolResult
{
    /// <summary>The call.</summary>
    /// <value>As it came in the answer; null only in what was read.</value>
    [JsonPropertyName("call")]
    [JsonConverter(typeof(CommandRObjectConverter<CommandRToolCall>))]
    public CommandRToolCall? Call { get; set; }

    /// <summary>What the tool gave.</summary>
    /// <value>JSON objects; never null.</value>
    [JsonPropertyName("outputs")]
    [JsonConverter(typeof(CommandRListConverter<JsonElement>))]
    [AllowNull]
    public IList<JsonElement> Outputs { get; set => field = value ?? []; } = [];

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal CommandRToolResult Clone()
    {
        var copy = (CommandRToolResult)MemberwiseClone();
        copy.Call = Call?.Clone();
        copy.Outputs = Outputs.Copy()!;
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
