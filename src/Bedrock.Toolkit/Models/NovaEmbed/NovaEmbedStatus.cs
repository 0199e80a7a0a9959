using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How a part of an asynchronous embedding went. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaEmbedStatus>))]
public readonly record struct NovaEmbedStatus(string Value) : IOpenValue<NovaEmbedStatus>
{
    /// <summary>All of it has vectors.</summary>
    public static NovaEmbedStatus Success { get; } = new("SUCCESS");

    /// <summary>None of it has a vector.</summary>
    public static NovaEmbedStatus Failure { get; } = new("FAILURE");

    /// <summary>Some segments failed.</summary>
    public static NovaEmbedStatus PartialSuccess { get; } = new("PARTIAL_SUCCESS");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaEmbedStatus(string value) => new(value);

    /// <inheritdoc/>
    public static NovaEmbedStatus Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
