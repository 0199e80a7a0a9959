using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The kind of an output format. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_OutputFormat.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<OutputFormatType>))]
public readonly record struct OutputFormatType(string Value) : IOpenValue<OutputFormatType>
{
    /// <summary>JSON that follows a schema.</summary>
    public static OutputFormatType JsonSchema { get; } = new("json_schema");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator OutputFormatType(string value) => new(value);

    /// <inheritdoc/>
    public static OutputFormatType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
