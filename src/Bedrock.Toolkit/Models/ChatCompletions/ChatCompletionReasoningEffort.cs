using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How much a model reasons before it answers; which values a model takes is on its page. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<ChatCompletionReasoningEffort>))]
public readonly record struct ChatCompletionReasoningEffort(string Value) : IOpenValue<ChatCompletionReasoningEffort>
{
    /// <summary>Not at all; gpt-oss refuses it.</summary>
    public static ChatCompletionReasoningEffort None { get; } = new("none");

    /// <summary>Hardly; gpt-oss, GPT-5 and later and Kimi K3 refuse it.</summary>
    public static ChatCompletionReasoningEffort Minimal { get; } = new("minimal");

    /// <summary>A little.</summary>
    public static ChatCompletionReasoningEffort Low { get; } = new("low");

    /// <summary>The default of gpt-oss.</summary>
    public static ChatCompletionReasoningEffort Medium { get; } = new("medium");

    /// <summary>Much; the default of Grok.</summary>
    public static ChatCompletionReasoningEffort High { get; } = new("high");

    /// <summary>Very much.</summary>
    public static ChatCompletionReasoningEffort XHigh { get; } = new("xhigh");

    /// <summary>As much as the model can.</summary>
    public static ChatCompletionReasoningEffort Max { get; } = new("max");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator ChatCompletionReasoningEffort(string value) => new(value);

    /// <inheritdoc/>
    public static ChatCompletionReasoningEffort Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
