namespace Bedrock.Toolkit.Models;

/// <summary>The images of Stable Diffusion XL.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-1-0-text-image.html</remarks>
public sealed partial class StableDiffusionResponse : BedrockResponse
{
    /// <summary>How the call ended.</summary>
    /// <value><c>success</c>; omitted when null.</value>
    [JsonPropertyName("result")]
    public string? Result { get; set; }

    /// <summary>The images.</summary>
    /// <value>Never null; empty by default.</value>
    [JsonPropertyName("artifacts"), JsonConverter(typeof(StabilityListConverter<StableDiffusionArtifact>)), AllowNull]
    public IList<StableDiffusionArtifact> Artifacts { get; set => field = value ?? []; } = [];

    private protected override ObjectSummary Summarise() => new("Images", ObjectSummary.Count(Artifacts.Count, "image"));

    /// <summary>The images themselves.</summary>
    /// <value>Those that are there, in the order of the artifacts.</value>
    [JsonIgnore]
    public IReadOnlyList<BedrockImage> Images => [.. Artifacts.Select(artifact => artifact.Image).OfType<BedrockImage>()];
}

/// <summary>One image of Stable Diffusion XL.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-1-0-text-image.html</remarks>
public sealed partial class StableDiffusionArtifact : BedrockObject
{
    /// <summary>The seed of the image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("seed")]
    public long? Seed { get; set; }

    /// <summary>The image.</summary>
    /// <value>Blurred when it was filtered; omitted when null.</value>
    [JsonPropertyName("base64")]
    public BedrockImage? Image { get; set; }

    /// <summary>How the image ended.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("finishReason")]
    public StableDiffusionFinishReason? FinishReason { get; set; }
}
