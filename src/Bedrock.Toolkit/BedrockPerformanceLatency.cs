using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit;

/// <summary>How a model is served. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<BedrockPerformanceLatency>))]
public readonly record struct BedrockPerformanceLatency(string Value) : IOpenValue<BedrockPerformanceLatency>
{
    /// <summary>The normal latency.</summary>
    public static BedrockPerformanceLatency Standard { get; } = new("standard");

    /// <summary>Latency-optimised inference, for the models that have it.</summary>
    public static BedrockPerformanceLatency Optimized { get; } = new("optimized");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator BedrockPerformanceLatency(string value) => new(value);

    /// <inheritdoc/>
    public static BedrockPerformanceLatency Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
