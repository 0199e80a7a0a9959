using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What Titan Image Generator or Nova Canvas does. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<AmazonImageTaskType>))]
public readonly record struct AmazonImageTaskType(string Value) : IOpenValue<AmazonImageTaskType>
{
    /// <summary>An image from text, optionally shaped by another image.</summary>
    public static AmazonImageTaskType TextToImage { get; } = new("TEXT_IMAGE");

    /// <summary>An image in given colours; not Titan v1.</summary>
    public static AmazonImageTaskType ColorGuidedGeneration { get; } = new("COLOR_GUIDED_GENERATION");

    /// <summary>Variations of images.</summary>
    public static AmazonImageTaskType ImageVariation { get; } = new("IMAGE_VARIATION");

    /// <summary>A part of an image made anew, or removed.</summary>
    public static AmazonImageTaskType Inpainting { get; } = new("INPAINTING");

    /// <summary>Everything around a part of an image made anew.</summary>
    public static AmazonImageTaskType Outpainting { get; } = new("OUTPAINTING");

    /// <summary>An image freed of its background; not Titan v1.</summary>
    public static AmazonImageTaskType BackgroundRemoval { get; } = new("BACKGROUND_REMOVAL");

    /// <summary>A garment or an object put into another image; Nova Canvas only.</summary>
    public static AmazonImageTaskType VirtualTryOn { get; } = new("VIRTUAL_TRY_ON");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator AmazonImageTaskType(string value) => new(value);

    /// <inheritdoc/>
    public static AmazonImageTaskType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
