using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>An answer of a Nova model. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html</remarks>
public sealed class NovaResponse : BedrockResponse
{
    /// <summary>The answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("output")]
    [JsonConverter(typeof(NovaObjectConverter<NovaOutput>))]
    public NovaOutput? Output { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Null in a stream that did not come to its end; omitted when null.</value>
    [JsonPropertyName("stopReason")]
    public NovaStopReason? StopReason { get; set; }

    /// <summary>The tokens of the call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("usage")]
    [JsonConverter(typeof(NovaObjectConverter<NovaUsage>))]
    public NovaUsage? Usage { get; set; }

    /// <summary>How long the call took.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("metrics")]
    [JsonConverter(typeof(NovaObjectConverter<NovaMetrics>))]
    public NovaMetrics? Metrics { get; set; }

    /// <summary>The blocks of the answer.</summary>
    /// <value>Empty when there are none.</value>
    [JsonIgnore]
    public IList<NovaContentBlock> Content => Output?.Message?.Content ?? [];

    /// <summary>The texts of all text blocks, one after the other.</summary>
    /// <value>Empty when there is no text.</value>
    [JsonIgnore]
    public string Text => string.Concat(Content.OfType<NovaTextBlock>().Select(block => block.Text));

    /// <summary>The calls that the model asks for.</summary>
    /// <value>In the order of the answer; a new list at each access.</value>
    [JsonIgnore]
    public IReadOnlyList<NovaToolUse> ToolUses => [.. Content.OfType<NovaToolUseBlock>().Select(block => block.ToolUse).OfType<NovaToolUse>()];

    /// <summary>The answer as a turn of the conversation, to be added to the next request.</summary>
    /// <returns>A message with the same block objects.</returns>
    public NovaMessage ToMessage() => new()
    {
        Role = Output?.Message?.Role ?? NovaRole.Assistant,
        Content = [.. Content],
        AdditionalProperties = Output?.Message?.AdditionalProperties.Copy(),
    };

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => Usage is null ? null : new TokenUsage
    {
        InputTokens = Usage.InputTokens,
        OutputTokens = Usage.OutputTokens,
        TotalTokens = Usage.TotalTokens,
        CacheReadInputTokens = Usage.CacheReadInputTokenCount,
        CacheWriteInputTokens = Usage.CacheWriteInputTokenCount,
    };
}
