using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Benchmarks.Calls;

/// <summary>The answer of Claude as an application would write it for itself: what it needs of it.</summary>
internal sealed record OwnClaudeResponse(
    [property: JsonPropertyName("content")] OwnTextBlock[] Content,
    [property: JsonPropertyName("stop_reason")] string? StopReason,
    [property: JsonPropertyName("usage")] OwnUsage Usage);

/// <summary>A block of text.</summary>
internal sealed record OwnTextBlock([property: JsonPropertyName("text")] string Text);

/// <summary>The tokens.</summary>
internal sealed record OwnUsage(
    [property: JsonPropertyName("input_tokens")] int InputTokens,
    [property: JsonPropertyName("output_tokens")] int OutputTokens);

/// <summary>A chunk of a stream.</summary>
internal sealed record OwnChunk([property: JsonPropertyName("bytes")] byte[] Bytes);

/// <summary>An event of Claude's stream.</summary>
internal sealed record OwnClaudeEvent(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("delta")] OwnDelta? Delta);

/// <summary>The text of an event.</summary>
internal sealed record OwnDelta([property: JsonPropertyName("text")] string? Text);

/// <summary>The context that goes with them.</summary>
[JsonSerializable(typeof(OwnClaudeResponse))]
[JsonSerializable(typeof(OwnChunk))]
[JsonSerializable(typeof(OwnClaudeEvent))]
internal sealed partial class OwnAnswerJsonContext : JsonSerializerContext;
