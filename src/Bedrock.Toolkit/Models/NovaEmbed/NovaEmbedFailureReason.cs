using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Why a part of an asynchronous embedding failed. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaEmbedFailureReason>))]
public readonly record struct NovaEmbedFailureReason(string Value) : IOpenValue<NovaEmbedFailureReason>
{
    /// <summary>The text was refused.</summary>
    public static NovaEmbedFailureReason TextDeflected { get; } = new("RAI_VIOLATION_INPUT_TEXT_DEFLECTION");

    /// <summary>The image was refused.</summary>
    public static NovaEmbedFailureReason ImageDeflected { get; } = new("RAI_VIOLATION_INPUT_IMAGE_DEFLECTION");

    /// <summary>The content could not be read.</summary>
    public static NovaEmbedFailureReason InvalidContent { get; } = new("INVALID_CONTENT");

    /// <summary>Requests came too fast.</summary>
    public static NovaEmbedFailureReason RateLimitExceeded { get; } = new("RATE_LIMIT_EXCEEDED");

    /// <summary>The service failed.</summary>
    public static NovaEmbedFailureReason InternalServer { get; } = new("INTERNAL_SERVER_EXCEPTION");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaEmbedFailureReason(string value) => new(value);

    /// <inheritdoc/>
    public static NovaEmbedFailureReason Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
