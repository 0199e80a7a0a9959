using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The task of a request. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaEmbedTaskType>))]
public readonly record struct NovaEmbedTaskType(string Value) : IOpenValue<NovaEmbedTaskType>
{
    /// <summary>One input, answered at once.</summary>
    public static NovaEmbedTaskType SingleEmbedding { get; } = new("SINGLE_EMBEDDING");

    /// <summary>A long input in segments, answered into S3.</summary>
    public static NovaEmbedTaskType SegmentedEmbedding { get; } = new("SEGMENTED_EMBEDDING");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaEmbedTaskType(string value) => new(value);

    /// <inheritdoc/>
    public static NovaEmbedTaskType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
