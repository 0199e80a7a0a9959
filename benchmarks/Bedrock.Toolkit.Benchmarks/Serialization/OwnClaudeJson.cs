using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Benchmarks.Serialization;

/// <summary>The records that an application would write for itself: only what it sends.</summary>
internal sealed record OwnClaudeRequest(
    [property: JsonPropertyName("anthropic_version")] string AnthropicVersion,
    [property: JsonPropertyName("max_tokens")] int MaxTokens,
    [property: JsonPropertyName("messages")] OwnClaudeMessage[] Messages,
    [property: JsonPropertyName("tools")] OwnClaudeTool[]? Tools);

/// <summary>A message.</summary>
internal sealed record OwnClaudeMessage(
    [property: JsonPropertyName("role")] string Role,
    [property: JsonPropertyName("content")] OwnClaudeBlock[] Content);

/// <summary>A block of text.</summary>
internal sealed record OwnClaudeBlock(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("text")] string Text);

/// <summary>A tool.</summary>
internal sealed record OwnClaudeTool(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string Description,
    [property: JsonPropertyName("input_schema")] JsonElement InputSchema);

/// <summary>The context that goes with them.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OwnClaudeRequest))]
internal sealed partial class OwnClaudeJsonContext : JsonSerializerContext;
