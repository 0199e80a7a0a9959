namespace Bedrock.Toolkit.Models;

/// <summary>The Titan Image Generator models; <see cref="FromId"/> takes every other id. Thread-safe.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html
/// </remarks>
public static class TitanImageModels
{
    private const string Replacement = "stability.stable-image-core-v1:1";

    /// <summary>Titan Image Generator G1 v1.</summary>
    [Obsolete("AWS ended Titan Image Generator G1 v1 on 2025-08-15; use stability.stable-image-core-v1:1. For a customised copy use FromId.",
        DiagnosticId = DiagnosticIds.RetiredModel)]
    public static ImageModel<AmazonImageRequest, AmazonImageResponse> V1 { get; } =
        AmazonImages.Create("amazon.titan-image-generator-v1", AmazonImageChecks.Titan, ModelLifecycle.Retired(2025, 8, 15) with { Replacement = Replacement });

    /// <summary>Titan Image Generator G1 v2.</summary>
    [Obsolete("AWS ended Titan Image Generator G1 v2 on 2026-06-30; use stability.stable-image-core-v1:1. For a customised copy use FromId.",
        DiagnosticId = DiagnosticIds.RetiredModel)]
    public static ImageModel<AmazonImageRequest, AmazonImageResponse> V2 { get; } =
        AmazonImages.Create("amazon.titan-image-generator-v2:0", AmazonImageChecks.Titan,
            ModelLifecycle.Retired(2026, 6, 30) with { Replacement = Replacement });

    /// <summary>A model with the JSON of Titan Image Generator under any id: a customised or provisioned copy.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static ImageModel<AmazonImageRequest, AmazonImageResponse> FromId(ModelId id) =>
        AmazonImages.Create(id, AmazonImageChecks.Titan, ModelLifecycle.Active);
}
