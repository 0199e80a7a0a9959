using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Why a Jamba model stopped. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<JambaFinishReason>))]
public readonly record struct JambaFinishReason(string Value) : IOpenValue<JambaFinishReason>
{
    /// <summary>The answer is complete, or a stop sequence came up.</summary>
    public static JambaFinishReason Stop { get; } = new("stop");

    /// <summary>The limit of the request was reached.</summary>
    public static JambaFinishReason Length { get; } = new("length");

    /// <summary>The model waits for the results of tools; unconfirmed.</summary>
    public static JambaFinishReason ToolCalls { get; } = new("tool_calls");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator JambaFinishReason(string value) => new(value);

    /// <inheritdoc/>
    public static JambaFinishReason Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
