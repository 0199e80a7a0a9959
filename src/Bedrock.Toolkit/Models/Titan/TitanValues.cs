namespace Bedrock.Toolkit.Models;

/// <summary>Why a Titan Text model stopped writing. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html and recorded answers.</remarks>
[JsonConverter(typeof(OpenValueConverter<TitanCompletionReason>))]
public readonly partial struct TitanCompletionReason : IOpenValue<TitanCompletionReason>
{
    /// <summary>The answer is complete: what the models send, by recorded answers.</summary>
    public static TitanCompletionReason Finish { get; } = new("FINISH");

    /// <summary>The answer is complete: what AWS documents.</summary>
    public static TitanCompletionReason Finished { get; } = new("FINISHED");

    /// <summary>The answer was cut at the highest number of tokens.</summary>
    public static TitanCompletionReason Length { get; } = new("LENGTH");

    /// <summary>The model wrote a stop sequence.</summary>
    public static TitanCompletionReason StopCriteriaMet { get; } = new("STOP_CRITERIA_MET");

    /// <summary>The model wanted to look something up, but retrieval is not active.</summary>
    public static TitanCompletionReason RagQueryWhenRagDisabled { get; } = new("RAG_QUERY_WHEN_RAG_DISABLED");

    /// <summary>The content filter removed the text.</summary>
    public static TitanCompletionReason ContentFiltered { get; } = new("CONTENT_FILTERED");
}

/// <summary>A form in which Titan Text Embeddings V2 can give the vector. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html</remarks>
[JsonConverter(typeof(OpenValueConverter<TitanEmbeddingType>))]
public readonly partial struct TitanEmbeddingType : IOpenValue<TitanEmbeddingType>
{
    /// <summary>One floating-point number per dimension.</summary>
    public static TitanEmbeddingType Float { get; } = new("float");

    /// <summary>One bit per dimension.</summary>
    public static TitanEmbeddingType Binary { get; } = new("binary");
}
