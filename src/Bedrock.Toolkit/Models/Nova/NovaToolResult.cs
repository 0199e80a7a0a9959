namespace Bedrock.Toolkit.Models;

/// <summary>What a tool gave.</summary>
public sealed partial class NovaToolResult : BedrockObject
{
    /// <summary>The id of the call.</summary>
    /// <value><see cref="NovaToolUse.ToolUseId"/>; empty by default.</value>
    [JsonPropertyName("toolUseId"), AllowNull]
    public string ToolUseId { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>What the tool gave.</summary>
    /// <value>Text, JSON and image blocks; never null.</value>
    [JsonPropertyName("content"), JsonConverter(typeof(NovaListConverter<NovaContentBlock>)), AllowNull]
    public IList<NovaContentBlock> Content { get; set => field = value ?? []; } = [];

    /// <summary>Whether the tool succeeded.</summary>
    /// <value><c>success</c> by default; omitted when null.</value>
    [JsonPropertyName("status")]
    public NovaToolResultStatus? Status { get; set; }

    /// <summary>Which built-in tool gave it.</summary>
    /// <value><c>nova_code_interpreter_result</c> and the like, in answers only (unconfirmed for InvokeModel); omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }
}
