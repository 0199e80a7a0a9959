using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit;

/// <summary>The service tier of a call. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<BedrockServiceTier>))]
public readonly record struct BedrockServiceTier(string Value) : IOpenValue<BedrockServiceTier>
{
    /// <summary>Faster, at a higher price.</summary>
    public static BedrockServiceTier Priority { get; } = new("priority");

    /// <summary>The standard tier.</summary>
    public static BedrockServiceTier Default { get; } = new("default");

    /// <summary>Slower, at a lower price.</summary>
    public static BedrockServiceTier Flex { get; } = new("flex");

    /// <summary>Capacity reserved beforehand.</summary>
    public static BedrockServiceTier Reserved { get; } = new("reserved");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator BedrockServiceTier(string value) => new(value);

    /// <inheritdoc/>
    public static BedrockServiceTier Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
