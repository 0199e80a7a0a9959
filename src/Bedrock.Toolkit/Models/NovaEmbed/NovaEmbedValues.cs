namespace Bedrock.Toolkit.Models;

/// <summary>How finely an image is looked at. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
[JsonConverter(typeof(OpenValueConverter<NovaEmbedDetailLevel>))]
public readonly partial struct NovaEmbedDetailLevel : IOpenValue<NovaEmbedDetailLevel>
{
    /// <summary>As an image.</summary>
    public static NovaEmbedDetailLevel StandardImage { get; } = new("STANDARD_IMAGE");

    /// <summary>As a page with text, finer.</summary>
    public static NovaEmbedDetailLevel DocumentImage { get; } = new("DOCUMENT_IMAGE");
}

/// <summary>Why a part of an asynchronous embedding failed. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
[JsonConverter(typeof(OpenValueConverter<NovaEmbedFailureReason>))]
public readonly partial struct NovaEmbedFailureReason : IOpenValue<NovaEmbedFailureReason>
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
}

/// <summary>What the vectors are for. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
[JsonConverter(typeof(OpenValueConverter<NovaEmbedPurpose>))]
public readonly partial struct NovaEmbedPurpose : IOpenValue<NovaEmbedPurpose>
{
    /// <summary>To be found: content that is stored.</summary>
    public static NovaEmbedPurpose GenericIndex { get; } = new("GENERIC_INDEX");

    /// <summary>To search content of all kinds with.</summary>
    public static NovaEmbedPurpose GenericRetrieval { get; } = new("GENERIC_RETRIEVAL");

    /// <summary>To search texts with.</summary>
    public static NovaEmbedPurpose TextRetrieval { get; } = new("TEXT_RETRIEVAL");

    /// <summary>To search images with.</summary>
    public static NovaEmbedPurpose ImageRetrieval { get; } = new("IMAGE_RETRIEVAL");

    /// <summary>To search videos with.</summary>
    public static NovaEmbedPurpose VideoRetrieval { get; } = new("VIDEO_RETRIEVAL");

    /// <summary>To search images of documents with.</summary>
    public static NovaEmbedPurpose DocumentRetrieval { get; } = new("DOCUMENT_RETRIEVAL");

    /// <summary>To search sound with.</summary>
    public static NovaEmbedPurpose AudioRetrieval { get; } = new("AUDIO_RETRIEVAL");

    /// <summary>Input of a classifier.</summary>
    public static NovaEmbedPurpose Classification { get; } = new("CLASSIFICATION");

    /// <summary>Input of a clustering.</summary>
    public static NovaEmbedPurpose Clustering { get; } = new("CLUSTERING");
}

/// <summary>How a part of an asynchronous embedding went. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
[JsonConverter(typeof(OpenValueConverter<NovaEmbedStatus>))]
public readonly partial struct NovaEmbedStatus : IOpenValue<NovaEmbedStatus>
{
    /// <summary>All of it has vectors.</summary>
    public static NovaEmbedStatus Success { get; } = new("SUCCESS");

    /// <summary>None of it has a vector.</summary>
    public static NovaEmbedStatus Failure { get; } = new("FAILURE");

    /// <summary>Some segments failed.</summary>
    public static NovaEmbedStatus PartialSuccess { get; } = new("PARTIAL_SUCCESS");
}

/// <summary>The task of a request. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
[JsonConverter(typeof(OpenValueConverter<NovaEmbedTaskType>))]
public readonly partial struct NovaEmbedTaskType : IOpenValue<NovaEmbedTaskType>
{
    /// <summary>One input, answered at once.</summary>
    public static NovaEmbedTaskType SingleEmbedding { get; } = new("SINGLE_EMBEDDING");

    /// <summary>A long input in segments, answered into S3.</summary>
    public static NovaEmbedTaskType SegmentedEmbedding { get; } = new("SEGMENTED_EMBEDDING");
}

/// <summary>What happens to a text that is too long. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
[JsonConverter(typeof(OpenValueConverter<NovaEmbedTruncationMode>))]
public readonly partial struct NovaEmbedTruncationMode : IOpenValue<NovaEmbedTruncationMode>
{
    /// <summary>Its beginning is cut off.</summary>
    public static NovaEmbedTruncationMode Start { get; } = new("START");

    /// <summary>Its end is cut off.</summary>
    public static NovaEmbedTruncationMode End { get; } = new("END");

    /// <summary>It is refused.</summary>
    public static NovaEmbedTruncationMode None { get; } = new("NONE");
}

/// <summary>How picture and sound of a video are put into vectors. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
[JsonConverter(typeof(OpenValueConverter<NovaEmbedVideoMode>))]
public readonly partial struct NovaEmbedVideoMode : IOpenValue<NovaEmbedVideoMode>
{
    /// <summary>One vector of both.</summary>
    public static NovaEmbedVideoMode Combined { get; } = new("AUDIO_VIDEO_COMBINED");

    /// <summary>One vector for the picture, one for the sound.</summary>
    public static NovaEmbedVideoMode Separate { get; } = new("AUDIO_VIDEO_SEPARATE");
}

/// <summary>What a vector was made from. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
[JsonConverter(typeof(OpenValueConverter<NovaEmbeddingType>))]
public readonly partial struct NovaEmbeddingType : IOpenValue<NovaEmbeddingType>
{
    /// <summary>A text.</summary>
    public static NovaEmbeddingType Text { get; } = new("TEXT");

    /// <summary>An image.</summary>
    public static NovaEmbeddingType Image { get; } = new("IMAGE");

    /// <summary>The picture of a video.</summary>
    public static NovaEmbeddingType Video { get; } = new("VIDEO");

    /// <summary>Sound.</summary>
    public static NovaEmbeddingType Audio { get; } = new("AUDIO");

    /// <summary>Picture and sound of a video.</summary>
    public static NovaEmbeddingType AudioVideoCombined { get; } = new("AUDIO_VIDEO_COMBINED");
}
