namespace Bedrock.Toolkit.Models;

/// <summary>The Nova Canvas models; <see cref="FromId"/> takes every other id. Thread-safe.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/nova/latest/userguide/image-gen-access.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html
/// </remarks>
public static class NovaCanvasModels
{
    /// <summary>Nova Canvas 1.0.</summary>
    [Obsolete("AWS ended Nova Canvas on 2026-09-30; use stability.stable-image-core-v1:1. For a customised copy use FromId.",
        DiagnosticId = DiagnosticIds.RetiredModel)]
    public static ImageModel<AmazonImageRequest, AmazonImageResponse> V1 { get; } = AmazonImages.Create(
        "amazon.nova-canvas-v1:0", AmazonImageChecks.Canvas, ModelLifecycle.Retired(2026, 9, 30) with { Replacement = "stability.stable-image-core-v1:1" });

    /// <summary>A model with the JSON of Nova Canvas under any id: a customised or provisioned copy.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static ImageModel<AmazonImageRequest, AmazonImageResponse> FromId(ModelId id) =>
        AmazonImages.Create(id, AmazonImageChecks.Canvas, ModelLifecycle.Active);
}
