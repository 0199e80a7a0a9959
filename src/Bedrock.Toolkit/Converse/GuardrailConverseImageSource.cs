using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Where an image for a guardrail is: a closed set, with <see cref="UnknownGuardrailConverseImageSource"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConverseImageSource.html</remarks>
[JsonConverter(typeof(GuardrailConverseImageSourceConverter))]
public abstract class GuardrailConverseImageSource
{
    private protected GuardrailConverseImageSource()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>Bytes of an image.</summary>
    /// <param name="bytes">The bytes; not copied.</param>
    public static implicit operator GuardrailConverseImageSource(ReadOnlyMemory<byte> bytes) => new GuardrailConverseImageBytes(bytes);

    /// <summary>Bytes of an image.</summary>
    /// <param name="bytes">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(bytes))]
    public static implicit operator GuardrailConverseImageSource?(byte[]? bytes) => bytes is null ? null : new GuardrailConverseImageBytes(bytes);

    internal GuardrailConverseImageSource Clone()
    {
        var copy = (GuardrailConverseImageSource)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
