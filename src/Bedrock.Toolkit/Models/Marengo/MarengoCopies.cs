namespace Bedrock.Toolkit.Models;

/// <summary>Copies requests: the bytes of content are shared, nothing else is.</summary>
internal static class MarengoCopies
{
    public static MarengoRequest Of(MarengoRequest request) => new()
    {
        InputType = request.InputType,
        Text = request.Text is not { } text ? null : new() { InputText = text.InputText, AdditionalProperties = text.AdditionalProperties.Copy() },
        Image = request.Image is not { } image
            ? null
            : new() { MediaSource = Of(image.MediaSource), AdditionalProperties = image.AdditionalProperties.Copy() },
        TextImage = request.TextImage is not { } both
            ? null
            : new() { InputText = both.InputText, MediaSource = Of(both.MediaSource), AdditionalProperties = both.AdditionalProperties.Copy() },
        Audio = request.Audio is null ? null : Of(request.Audio),
        Video = request.Video is null ? null : Of(request.Video),
        MultiInput = request.MultiInput is not { } multi
            ? null
            : new()
            {
                InputText = multi.InputText,
                MediaSources = [.. multi.MediaSources.Select(Of)],
                AdditionalProperties = multi.AdditionalProperties.Copy(),
            },
        InferenceId = request.InferenceId,
        AdditionalProperties = request.AdditionalProperties.Copy(),
    };

    public static Marengo27Request Of(Marengo27Request request) => new()
    {
        InputType = request.InputType,
        InputText = request.InputText,
        TextTruncate = request.TextTruncate,
        MediaSource = request.MediaSource is null ? null : Of(request.MediaSource),
        StartSec = request.StartSec,
        LengthSec = request.LengthSec,
        UseFixedLengthSec = request.UseFixedLengthSec,
        MinClipSec = request.MinClipSec,
        EmbeddingOption = request.EmbeddingOption is null ? null : [.. request.EmbeddingOption],
        AdditionalProperties = request.AdditionalProperties.Copy(),
    };

    private static MarengoMediaSource Of(MarengoMediaSource source) => new()
    {
        Bytes = source.Bytes,
        S3Location = Of(source.S3Location),
        AdditionalProperties = source.AdditionalProperties.Copy(),
    };

    private static MarengoNamedSource Of(MarengoNamedSource source) => new()
    {
        Name = source.Name,
        MediaType = source.MediaType,
        Bytes = source.Bytes,
        S3Location = Of(source.S3Location),
        AdditionalProperties = source.AdditionalProperties.Copy(),
    };

    private static MarengoS3Location? Of(MarengoS3Location? location) =>
        location is null ? null : new() { Uri = location.Uri, BucketOwner = location.BucketOwner, AdditionalProperties = location.AdditionalProperties.Copy() };

    private static MarengoMediaInput Of(MarengoMediaInput input) => new()
    {
        MediaSource = Of(input.MediaSource),
        StartSec = input.StartSec,
        EndSec = input.EndSec,
        Segmentation = Of(input.Segmentation),
        EmbeddingOption = input.EmbeddingOption is null ? null : [.. input.EmbeddingOption],
        EmbeddingType = input.EmbeddingType is null ? null : [.. input.EmbeddingType],
        EmbeddingScope = input.EmbeddingScope is null ? null : [.. input.EmbeddingScope],
        AdditionalProperties = input.AdditionalProperties.Copy(),
    };

    private static MarengoSegmentation? Of(MarengoSegmentation? segmentation) => segmentation is null
        ? null
        : new()
        {
            Method = segmentation.Method,
            Dynamic = segmentation.Dynamic is not { } moving
                ? null
                : new() { MinDurationSec = moving.MinDurationSec, AdditionalProperties = moving.AdditionalProperties.Copy() },
            Fixed = segmentation.Fixed is not { } even
                ? null
                : new() { DurationSec = even.DurationSec, AdditionalProperties = even.AdditionalProperties.Copy() },
            AdditionalProperties = segmentation.AdditionalProperties.Copy(),
        };
}
