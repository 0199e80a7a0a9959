using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What kind of tool call a block is. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<ToolUseType>))]
public readonly record struct ToolUseType(string Value) : IOpenValue<ToolUseType>
{
    /// <summary>The service runs the tool itself: there is nothing to do for the caller.</summary>
    public static ToolUseType ServerToolUse { get; } = new("server_tool_use");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator ToolUseType(string value) => new(value);

    /// <inheritdoc/>
    public static ToolUseType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
