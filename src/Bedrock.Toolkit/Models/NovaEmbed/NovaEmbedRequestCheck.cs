namespace Bedrock.Toolkit.Models;

/// <summary>What the service would surely refuse; ranges that the service may change are left to it.</summary>
internal static class NovaEmbedRequestCheck
{
    public const int MaxCharacters = 8192;
    private const int MaxImageBytes = 18_750_000;

    public static void Sync(NovaEmbedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        const string Member = nameof(request.SingleEmbeddingParams);
        NovaEmbedParams parameters = request.SingleEmbeddingParams ?? throw new ArgumentException($"{Member} is null; it says what to embed.", nameof(request));
        Params(parameters, Member, asynchronous: false);
        NovaEmbedText? text = parameters.Text;
        if (text?.Value is { } value && text.TruncationMode == NovaEmbedTruncationMode.None && CharacterCount.Exceeds(value, MaxCharacters))
        {
            throw new ArgumentException(
                $"{Member}.Text.Value is longer than {MaxCharacters} characters, the most that the model takes unless TruncationMode lets it cut.",
                    nameof(request));
        }
    }

    /// <summary>Checks the input of an asynchronous call.</summary>
    public static void Async(NovaEmbedAsyncRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        const string Member = nameof(request.SegmentedEmbeddingParams);
        NovaEmbedParams parameters = request.SegmentedEmbeddingParams
            ?? throw new ArgumentException($"{Member} is null; it says what to embed.", nameof(request));
        Params(parameters, Member, asynchronous: true);
    }

    private static void Params(NovaEmbedParams parameters, string member, bool asynchronous)
    {
        if (string.IsNullOrEmpty(parameters.EmbeddingPurpose.Value))
        {
            throw new ArgumentException($"{member}.EmbeddingPurpose has no value; say what the vectors are for.", "request");
        }

        if (parameters.EmbeddingDimension is not (null or 256 or 384 or 1024 or 3072))
        {
            throw new ArgumentException($"{member}.EmbeddingDimension is {parameters.EmbeddingDimension}, but the model offers 256, 384, 1024 and 3072.",
                "request");
        }

        object?[] contents = [parameters.Text, parameters.Image, parameters.Audio, parameters.Video];
        if (contents.Count(c => c is not null) != 1)
        {
            throw new ArgumentException($"{member} must have exactly one of Text, Image, Audio and Video.", "request");
        }

        if (parameters.Text is { } text)
        {
            Text(text, member + ".Text");
            Segmentation(text.SegmentationConfig, member + ".Text", asynchronous);
        }

        if (parameters.Image is { } image)
        {
            Source(image.Source, member + ".Image.Source");
            if (image.Source.Bytes is { } bytes)
            {
                ImageChecks.Require(bytes, member + ".Image.Source.Bytes", MaxImageBytes, "png", "jpeg", "gif", "webp");
            }
        }

        if (parameters.Audio is { } audio)
        {
            Source(audio.Source, member + ".Audio.Source");
            Segmentation(audio.SegmentationConfig, member + ".Audio", asynchronous);
        }

        if (parameters.Video is { } video)
        {
            Source(video.Source, member + ".Video.Source");
            Segmentation(video.SegmentationConfig, member + ".Video", asynchronous);
        }
    }

    private static void Text(NovaEmbedText text, string member)
    {
        if ((text.Value is null) == (text.Source is null))
        {
            throw new ArgumentException($"{member} must have exactly one of Value and Source.", "request");
        }

        if (text.Value is not null && string.IsNullOrWhiteSpace(text.Value))
        {
            throw new ArgumentException($"{member}.Value is blank; the model needs a text.", "request");
        }

        if (text.Source is { Bytes: not null } or { S3Location: null })
        {
            throw new ArgumentException($"{member}.Source must have S3Location and no Bytes: a text of the request goes into Value.", "request");
        }
    }

    private static void Source(NovaEmbedSource? source, string member)
    {
        if (source is null || (source.Bytes is null) == (source.S3Location is null))
        {
            throw new ArgumentException($"{member} must have exactly one of Bytes and S3Location.", "request");
        }

        if (source.Bytes is { IsEmpty: true })
        {
            throw new ArgumentException($"{member}.Bytes is empty.", "request");
        }
    }

    private static void Segmentation(NovaEmbedSegmentation? segmentation, string member, bool asynchronous)
    {
        if (asynchronous != segmentation is not null)
        {
            throw new ArgumentException(
                asynchronous
                    ? $"{member}.SegmentationConfig is null; an asynchronous request needs it."
                    : $"{member}.SegmentationConfig is set, but only an asynchronous request takes it.",
                "request");
        }
    }
}
