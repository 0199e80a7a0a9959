using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Whether a tool did its work. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<ToolResultStatus>))]
public readonly record struct ToolResultStatus(string Value) : IOpenValue<ToolResultStatus>
{
    /// <summary>The tool did its work.</summary>
    public static ToolResultStatus Success { get; } = new("success");

    /// <summary>The tool failed; the content says how.</summary>
    public static ToolResultStatus Error { get; } = new("error");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator ToolResultStatus(string value) => new(value);

    /// <inheritdoc/>
    public static ToolResultStatus Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
