using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Why a Mistral chat model stopped writing. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<MistralChatStopReason>))]
public readonly record struct MistralChatStopReason(string Value) : IOpenValue<MistralChatStopReason>
{
    /// <summary>The answer is complete.</summary>
    public static MistralChatStopReason Stop { get; } = new("stop");

    /// <summary>The answer was cut at the highest number of tokens.</summary>
    public static MistralChatStopReason Length { get; } = new("length");

    /// <summary>The model calls tools and waits for their results.</summary>
    public static MistralChatStopReason ToolCalls { get; } = new("tool_calls");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator MistralChatStopReason(string value) => new(value);

    /// <inheritdoc/>
    public static MistralChatStopReason Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
