namespace Bedrock.Toolkit.Models;

/// <summary>What the vectors are for. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html</remarks>
[JsonConverter(typeof(OpenValueConverter<CohereEmbedInputType>))]
public readonly partial struct CohereEmbedInputType : IOpenValue<CohereEmbedInputType>
{
    /// <summary>Texts that are stored and searched.</summary>
    public static CohereEmbedInputType SearchDocument { get; } = new("search_document");

    /// <summary>A question to search with.</summary>
    public static CohereEmbedInputType SearchQuery { get; } = new("search_query");

    /// <summary>Input of a classifier.</summary>
    public static CohereEmbedInputType Classification { get; } = new("classification");

    /// <summary>Input of a clustering.</summary>
    public static CohereEmbedInputType Clustering { get; } = new("clustering");

    /// <summary>An image; Embed v3 only.</summary>
    public static CohereEmbedInputType Image { get; } = new("image");
}

/// <summary>What happens to an input that is too long. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html</remarks>
[JsonConverter(typeof(OpenValueConverter<CohereEmbedTruncate>))]
public readonly partial struct CohereEmbedTruncate : IOpenValue<CohereEmbedTruncate>
{
    /// <summary>It is refused.</summary>
    public static CohereEmbedTruncate None { get; } = new("NONE");

    /// <summary>Its beginning is cut off (Embed v3; recorded answers show that v4 takes it, too).</summary>
    public static CohereEmbedTruncate Start { get; } = new("START");

    /// <summary>Its end is cut off (Embed v3; recorded answers show that v4 takes it, too).</summary>
    public static CohereEmbedTruncate End { get; } = new("END");

    /// <summary>Its beginning is cut off (Embed v4).</summary>
    public static CohereEmbedTruncate Left { get; } = new("LEFT");

    /// <summary>Its end is cut off (Embed v4).</summary>
    public static CohereEmbedTruncate Right { get; } = new("RIGHT");
}

/// <summary>A form in which the vectors are given. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html</remarks>
[JsonConverter(typeof(OpenValueConverter<CohereEmbeddingType>))]
public readonly partial struct CohereEmbeddingType : IOpenValue<CohereEmbeddingType>
{
    /// <summary>One floating-point number per dimension.</summary>
    public static CohereEmbeddingType Float { get; } = new("float");

    /// <summary>One signed byte per dimension, -128 to 127.</summary>
    public static CohereEmbeddingType Int8 { get; } = new("int8");

    /// <summary>One unsigned byte per dimension, 0 to 255.</summary>
    public static CohereEmbeddingType UInt8 { get; } = new("uint8");

    /// <summary>One bit per dimension, eight to a signed byte.</summary>
    public static CohereEmbeddingType Binary { get; } = new("binary");

    /// <summary>One bit per dimension, eight to an unsigned byte.</summary>
    public static CohereEmbeddingType UBinary { get; } = new("ubinary");
}
