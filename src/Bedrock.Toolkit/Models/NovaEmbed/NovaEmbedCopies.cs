namespace Bedrock.Toolkit.Models;

/// <summary>Copies requests: the bytes of content are shared, nothing else is.</summary>
internal static class NovaEmbedCopies
{
    public static NovaEmbedRequest Of(NovaEmbedRequest request) => new()
    {
        SchemaVersion = request.SchemaVersion,
        TaskType = request.TaskType,
        SingleEmbeddingParams = Of(request.SingleEmbeddingParams),
        AdditionalProperties = request.AdditionalProperties.Copy(),
    };

    public static NovaEmbedAsyncRequest Of(NovaEmbedAsyncRequest request) => new()
    {
        SchemaVersion = request.SchemaVersion,
        TaskType = request.TaskType,
        SegmentedEmbeddingParams = Of(request.SegmentedEmbeddingParams),
        AdditionalProperties = request.AdditionalProperties.Copy(),
    };

    private static NovaEmbedParams Of(NovaEmbedParams p) => new()
    {
        EmbeddingPurpose = p.EmbeddingPurpose,
        EmbeddingDimension = p.EmbeddingDimension,
        Text = p.Text is not { } text ? null : new()
        {
            TruncationMode = text.TruncationMode,
            Value = text.Value,
            Source = text.Source is null ? null : Of(text.Source),
            SegmentationConfig = Of(text.SegmentationConfig),
            AdditionalProperties = text.AdditionalProperties.Copy(),
        },
        Image = p.Image is not { } image ? null : new()
        {
            Format = image.Format,
            DetailLevel = image.DetailLevel,
            Source = Of(image.Source),
            AdditionalProperties = image.AdditionalProperties.Copy(),
        },
        Audio = p.Audio is not { } audio ? null : new()
        {
            Format = audio.Format,
            Source = Of(audio.Source),
            SegmentationConfig = Of(audio.SegmentationConfig),
            AdditionalProperties = audio.AdditionalProperties.Copy(),
        },
        Video = p.Video is not { } video ? null : new()
        {
            Format = video.Format,
            EmbeddingMode = video.EmbeddingMode,
            Source = Of(video.Source),
            SegmentationConfig = Of(video.SegmentationConfig),
            AdditionalProperties = video.AdditionalProperties.Copy(),
        },
        AdditionalProperties = p.AdditionalProperties.Copy(),
    };

    private static NovaEmbedSource Of(NovaEmbedSource source) => new()
    {
        Bytes = source.Bytes,
        S3Location = source.S3Location is not { } s3
            ? null
            : new() { Uri = s3.Uri, BucketOwner = s3.BucketOwner, AdditionalProperties = s3.AdditionalProperties.Copy() },
        AdditionalProperties = source.AdditionalProperties.Copy(),
    };

    private static NovaEmbedSegmentation? Of(NovaEmbedSegmentation? segmentation) => segmentation is null
        ? null
        : new()
        {
            MaxLengthChars = segmentation.MaxLengthChars,
            DurationSeconds = segmentation.DurationSeconds,
            AdditionalProperties = segmentation.AdditionalProperties.Copy(),
        };
}
