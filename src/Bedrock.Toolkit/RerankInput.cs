namespace Bedrock.Toolkit;

/// <summary>What to put in order in one call, in terms that fit every rerank model.</summary>
public sealed class RerankInput
{
    /// <summary>The question.</summary>
    /// <value>Not blank.</value>
    public required string Query { get; init; }

    /// <summary>The documents.</summary>
    /// <value>1 to <see cref="IRerankModel.MaxDocumentsPerCall"/> texts, none of them blank.</value>
    public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>How many of the best to give.</summary>
    /// <value>1 or more; all when null.</value>
    public int? TopN { get; init; }
}
