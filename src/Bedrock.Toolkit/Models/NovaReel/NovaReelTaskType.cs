using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What Nova Reel does. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaReelTaskType>))]
public readonly record struct NovaReelTaskType(string Value) : IOpenValue<NovaReelTaskType>
{
    /// <summary>Six seconds from a text and, optionally, a first image.</summary>
    public static NovaReelTaskType TextToVideo { get; } = new("TEXT_VIDEO");

    /// <summary>Several shots from one text; v1:1 only.</summary>
    public static NovaReelTaskType MultiShotAutomated { get; } = new("MULTI_SHOT_AUTOMATED");

    /// <summary>Several shots, each with its own text; v1:1 only.</summary>
    public static NovaReelTaskType MultiShotManual { get; } = new("MULTI_SHOT_MANUAL");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaReelTaskType(string value) => new(value);

    /// <inheritdoc/>
    public static NovaReelTaskType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
